package dev.rollcall.testkit.rsvp.outbox;

import static dev.rollcall.testkit.contract.Outcomes.successes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.port.Removal;
import dev.rollcall.port.Replacement;
import dev.rollcall.rsvp.event.EventId;
import dev.rollcall.rsvp.outbox.MessageId;
import dev.rollcall.rsvp.outbox.OutboxMessage;
import dev.rollcall.rsvp.outbox.OutboxRepository;
import dev.rollcall.testkit.contract.ListContract;
import dev.rollcall.testkit.contract.RemoveContract;
import dev.rollcall.testkit.contract.Settling;
import dev.rollcall.testkit.contract.UpdateContract;
import dev.rollcall.testkit.fixture.Contention;
import dev.rollcall.testkit.fixture.Fresh;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is due, which may be a moment late, and that several can share the work. */
interface OutboxDueContract
        extends UpdateContract<OutboxMessage, MessageId>,
                RemoveContract<OutboxMessage, MessageId>,
                ListContract<OutboxMessage, MessageId> {

    /** More than the tests that share a store ever queue at once. */
    int ALL = 5_000;

    /** Long before anything else that tests queue, so that little else is due. */
    Duration LONG = Duration.ofDays(36_500 / 2);

    default OutboxRepository outbox() {
        return repositories().outbox();
    }

    static OutboxMessage leased(OutboxMessage message, Instant until) {
        return new OutboxMessage(
                message.id(),
                message.task(),
                message.event(),
                message.invitation(),
                message.sequence(),
                until,
                message.attempts() + 1,
                message.revision().next());
    }

    @Test
    default void dueShouldGiveTheLongestDueFirst() {
        EventId event = new EventId(Fresh.word());
        Instant now = Fresh.instant().minus(LONG);
        long[] ages = {5, 0, 1, 1_000_000_000, 2_000_000, 3, -1, -1_000_000_000};
        List<OutboxMessage> messages = IntStream.range(0, ages.length)
                .mapToObj(i -> Fresh.message(event, now.minus(ages[i], ChronoUnit.MICROS)))
                .toList();
        outbox().enqueue(messages);

        assertDue(
                event,
                now,
                IntStream.of(3, 4, 0, 5, 2, 1).mapToObj(messages::get).toList());
        assertDue(
                event,
                now.plus(1, ChronoUnit.MICROS),
                IntStream.of(3, 4, 0, 5, 2, 1, 6).mapToObj(messages::get).toList());
        outbox().removeAll(messages.stream().map(OutboxDueContract::removal).toList());
        assertDue(event, now, List.of());
    }

    @Test
    default void dueShouldGiveNoMoreThanAskedFor() {
        EventId event = new EventId(Fresh.word());
        Instant now = Fresh.instant().minus(LONG);
        List<OutboxMessage> messages = IntStream.range(0, 5)
                .mapToObj(i -> Fresh.message(event, now.minusSeconds(i)))
                .toList();
        outbox().enqueue(messages);
        assertDue(event, now, messages.reversed());
        List<Instant> all =
                outbox().due(now, ALL).stream().map(OutboxMessage::dueAt).toList();

        for (int limit : new int[] {1, 2, 4}) {
            assertThat(outbox().due(now, limit)).map(OutboxMessage::dueAt).isEqualTo(all.subList(0, limit));
        }
        assertThat(all).isSorted();
    }

    @Test
    default void aLeaseShouldHideAMessageUntilItEnds() {
        EventId event = new EventId(Fresh.word());
        Instant now = Fresh.instant().minus(LONG);
        Instant until = now.plusSeconds(60);
        OutboxMessage message = Fresh.message(event, now);
        outbox().enqueue(List.of(message));
        assertDue(event, now, List.of(message));

        OutboxMessage leased = update(replace(message, leased(message, until)));

        assertDue(event, now, List.of());
        assertDue(event, until.minus(1, ChronoUnit.MICROS), List.of());
        assertDue(event, until, List.of(leased));
    }

    /** Several dispatchers take what is due; each message is one's alone. */
    @Test
    default void eachMessageShouldBeLeasedByOneOfSeveral() {
        EventId event = new EventId(Fresh.word());
        Instant now = Fresh.instant().minus(LONG);
        List<OutboxMessage> messages = IntStream.range(0, 40)
                .mapToObj(i -> Fresh.message(event, now.minusSeconds(i)))
                .toList();
        outbox().enqueue(messages);
        assertDue(event, now, messages.reversed());

        List<List<MessageId>> taken = Contention.among(8, dispatcher -> {
            List<MessageId> mine = new ArrayList<>();
            List<OutboxMessage> due = dueOf(event, now);
            while (!due.isEmpty()) {
                List<Replacement<OutboxMessage>> leases = due.stream()
                        .limit(10)
                        .map(message -> replace(message, leased(message, now.plusSeconds(60))))
                        .toList();
                successes(outbox().updateAll(leases)).forEach(message -> mine.add(message.id()));
                due = dueOf(event, now);
            }
            return mine;
        });

        assertThat(taken.stream().flatMap(List::stream))
                .containsExactlyInAnyOrderElementsOf(
                        messages.stream().map(OutboxMessage::id).toList());
    }

    private void assertDue(EventId event, Instant now, List<OutboxMessage> expected) {
        assertThat(Settling.read(() -> dueOf(event, now), expected::equals)).isEqualTo(expected);
    }

    private List<OutboxMessage> dueOf(EventId event, Instant now) {
        return outbox().due(now, ALL).stream()
                .filter(message -> message.event().equals(event))
                .toList();
    }

    private static Removal<MessageId> removal(OutboxMessage message) {
        return new Removal<>(message.id(), message.revision());
    }
}
