package dev.rollcall.rsvp.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.Callers;
import dev.rollcall.error.NotFoundException;
import dev.rollcall.error.RollcallException;
import dev.rollcall.error.StoreUnavailableException;
import dev.rollcall.error.StoreUnavailableException.Reason;
import dev.rollcall.port.Outcome;
import dev.rollcall.rsvp.answer.AnswerRequest;
import dev.rollcall.rsvp.answer.Channel;
import dev.rollcall.rsvp.answer.ParticipationStatus;
import dev.rollcall.rsvp.event.EventId;
import dev.rollcall.rsvp.event.InvitationId;
import dev.rollcall.rsvp.event.InvitationKey;
import dev.rollcall.rsvp.link.AnswerLink;
import dev.rollcall.rsvp.user.EmailAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Those who wait behind one step are answered by the next, whatever becomes of it. Outcomes are told apart by their refusal. */
final class AnswerQueueTest {

    private static final EventId EVENT = new EventId("party");

    private final List<List<String>> steps = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch mayEnd = new CountDownLatch(1);

    @Test
    void whoeverWaitsShouldBeAnsweredTogetherInTheirOrder() {
        AnswerQueue queue = queue(AnswerQueueTest::refuseAll);

        List<RollcallException> refusals = firstThenOthers(queue, "a", "b", "c", "d");

        assertThat(steps).containsExactly(List.of("a"), List.of("b", "c", "d"));
        assertThat(refusals).hasOnlyElementsOfType(NotFoundException.class);
    }

    @Test
    void whoeverAStepCouldNotCarryShouldStayFirstInLine() {
        AnswerQueue queue = queue(links -> refuseAll(links.subList(0, 1)));

        firstThenOthers(queue, "a", "b", "c", "d");

        assertThat(steps).containsExactly(List.of("a"), List.of("b", "c", "d"), List.of("c", "d"), List.of("d"));
    }

    @Test
    void anErrorShouldReachEverybodyWhoseAnswerWasInTheStep() {
        AnswerQueue queue = queue(links -> {
            if (links.contains("b")) {
                throw new StackOverflowError();
            }
            return refuseAll(links);
        });

        List<RollcallException> refusals = firstThenOthers(queue, "a", "b", "c", "d");

        assertThat(refusals.subList(1, 4))
                .allSatisfy(refusal -> assertThat(refusal)
                        .isInstanceOfSatisfying(
                                StoreUnavailableException.class,
                                unknown -> assertThat(unknown.reason()).isEqualTo(Reason.OUTCOME_UNKNOWN)));
        assertThatThrownBy(() -> queue.take(given("e"))).isInstanceOf(NotFoundException.class);
    }

    private AnswerQueue queue(Function<List<String>, List<Outcome<Rsvp>>> step) {
        return new AnswerQueue((event, batch) -> {
            List<String> links =
                    batch.stream().map(given -> given.link().hash()).toList();
            steps.add(links);
            begun.countDown();
            if (links.contains("a")) {
                await(mayEnd);
            }
            return step.apply(links);
        });
    }

    /** Lets one answer, and the others come while its step is under way, one after the other. */
    private List<RollcallException> firstThenOthers(AnswerQueue queue, String... links) {
        List<CompletableFuture<RollcallException>> refusals = new ArrayList<>();
        for (String link : links) {
            CompletableFuture<RollcallException> refusal = new CompletableFuture<>();
            Thread caller = Thread.ofVirtual().start(() -> {
                try {
                    queue.take(given(link));
                } catch (RollcallException refused) {
                    refusal.complete(refused);
                }
            });
            if (refusals.isEmpty()) {
                await(begun);
            } else {
                Callers.await(() -> caller.getState() == Thread.State.TIMED_WAITING);
            }
            refusals.add(refusal);
        }
        mayEnd.countDown();
        return refusals.stream().map(CompletableFuture::join).toList();
    }

    private static List<Outcome<Rsvp>> refuseAll(List<String> links) {
        return links.stream()
                .map(link -> Outcome.<Rsvp>failure(new NotFoundException("invitation", link)))
                .toList();
    }

    private static AnswerBatch.Given given(String link) {
        InvitationKey key = new InvitationKey(EVENT, InvitationId.of(EVENT, new EmailAddress(link + "@example.org")));
        return new AnswerBatch.Given(
                new AnswerLink(link, key, 0),
                new AnswerRequest(ParticipationStatus.DECLINED, Optional.empty(), Optional.empty(), Channel.API));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
