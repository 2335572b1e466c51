package dev.rollcall.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.rollcall.Rollcall;
import dev.rollcall.expiry.Expiry;
import dev.rollcall.guid.GuidUser;
import dev.rollcall.lambda.event.EventForm;
import dev.rollcall.lambda.event.InvocationContext;
import dev.rollcall.lambda.event.Invoker;
import dev.rollcall.lambda.event.LambdaApiClient;
import dev.rollcall.memory.InMemoryStore;
import dev.rollcall.port.Revision;
import dev.rollcall.rest.Feature;
import dev.rollcall.rest.http.Headers;
import dev.rollcall.rsvp.event.EventId;
import dev.rollcall.rsvp.outbox.MessageId;
import dev.rollcall.rsvp.outbox.NotificationKind;
import dev.rollcall.rsvp.outbox.OutboxMessage;
import dev.rollcall.storage.StorageSettings;
import dev.rollcall.testkit.rsvp.notification.CollectingMailSender;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What runs on a schedule respects the time that is left, and no function has threads of its own. */
class ScheduledHandlersTest {

    private final InMemoryStore store = new InMemoryStore();

    @Test
    void nothingShouldBeLeasedThatThereIsNoTimeFor() throws IOException {
        Instant now = Instant.now();
        store.repositories()
                .outbox()
                .enqueue(List.of(new OutboxMessage(
                        new MessageId("digest.1.gone"),
                        NotificationKind.DIGEST,
                        new EventId("gone"),
                        Optional.empty(),
                        0,
                        now,
                        0,
                        Revision.first(now))));
        OutboxHandler handler = new OutboxHandler(new CollectingMailSender(), store);

        assertThat(invoke(handler, 19_000)).isEqualTo("{\"done\":0}");
        assertThat(store.repositories().outbox().due(Instant.now(), 1))
                .singleElement()
                .satisfies(message -> assertThat(message.attempts()).isZero());
        assertThat(invoke(handler, 60_000)).isEqualTo("{\"done\":1}");
        assertThat(store.repositories().outbox().due(Instant.now(), 1)).isEmpty();
    }

    @Test
    void expiredGuidsShouldBeRemovedWhileThereIsTime() throws IOException {
        Instant yesterday = Instant.now().minus(Duration.ofDays(1));
        Rollcall past = Rollcall.over(store, InstantSource.fixed(yesterday));
        past.guids().create(Optional.empty(), new GuidUser("ann"), Optional.of(new Expiry(yesterday.plusSeconds(10))));
        past.guids().create(Optional.empty(), new GuidUser("ann"), Optional.empty());
        SweepHandler handler = new SweepHandler(store);

        assertThat(invoke(handler, 14_000)).isEqualTo("{\"removed\":0}");
        assertThat(invoke(handler, 60_000)).isEqualTo("{\"removed\":1}");
    }

    @Test
    void noFunctionShouldHaveThreadsOfItsOwn() throws IOException {
        Set<Thread> before = threads();
        RollcallHandler api =
                new RollcallHandler(new LambdaSettings(Feature.ALL, StorageSettings.of("memory:"), "", false), store);
        LambdaApiClient client = new LambdaApiClient(Invoker.of(api), EventForm.FUNCTION_URL);
        assertThat(client.send("POST", "/uuids", Headers.NONE, new byte[0]).status())
                .isEqualTo(201);
        String unused = invoke(new OutboxHandler(new CollectingMailSender(), store), 60_000);
        String unusedToo = invoke(new SweepHandler(store), 60_000);

        Set<Thread> started = new HashSet<>(threads());
        started.removeAll(before);
        // Those of the JVM carry virtual threads, and are idle between two requests.
        assertThat(started)
                .map(Thread::getName)
                .allMatch(name -> name.startsWith("ForkJoinPool-") || name.startsWith("VirtualThread-"));
    }

    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream().collect(Collectors.toSet());
    }

    private static String invoke(RequestStreamHandler handler, int remaining) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        handler.handleRequest(InputStream.nullInputStream(), answer, new InvocationContext("1", remaining));
        return answer.toString(StandardCharsets.UTF_8);
    }
}
