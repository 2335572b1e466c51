package dev.rollcall.testkit.rsvp.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.port.Page;
import dev.rollcall.port.PageRequest;
import dev.rollcall.rsvp.answer.ParticipationStatus;
import dev.rollcall.rsvp.event.EventId;
import dev.rollcall.rsvp.event.InvitationId;
import dev.rollcall.rsvp.invitation.Invitation;
import dev.rollcall.testkit.contract.Listing;
import dev.rollcall.testkit.fixture.Contention;
import dev.rollcall.testkit.fixture.Invitations;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The lists of the invitations to one event. */
interface InvitationsOfEventContract extends InvitationContract {

    @Test
    default void listOfAnEventShouldGiveItsInvitationsInTheirOrder() {
        EventId event = event().id();
        List<Invitation> known = new ArrayList<>(invite(event, 12));
        invite(event().id(), 3);
        known.set(4, move(known.get(4), Invitations.withdrawn(known.get(4))));

        for (int limit : new int[] {1, 5, 11, 12, 13, 100}) {
            assertThat(Listing.<Invitation, InvitationId>all(
                            request -> invitations().list(event, request), limit))
                    .isEqualTo(known);
        }
        assertThat(invitations().list(event().id(), PageRequest.first(5)).items())
                .isEmpty();
    }

    @Test
    default void listOfAnEventShouldCutPagesExactly() {
        EventId event = event().id();
        List<Invitation> known = invite(event, 6);

        Page<Invitation, InvitationId> first = invitations().list(event, PageRequest.first(3));
        Page<Invitation, InvitationId> second = Listing.filled(
                request -> invitations().list(event, request),
                PageRequest.<InvitationId>first(3).startingAfter(first.next().orElseThrow()));

        assertThat(first.items()).isEqualTo(known.subList(0, 3));
        assertThat(second.items()).isEqualTo(known.subList(3, 6));
        assertThat(second.next()).isEmpty();
    }

    @Test
    default void listOfAResponseShouldGiveThoseWhoStandAndAnswerIt() {
        EventId event = event().id();
        List<Invitation> known = new ArrayList<>(invite(event, 20));
        for (int i = 0; i < known.size(); i++) {
            Invitation before = known.get(i);
            known.set(
                    i,
                    switch (i % 5) {
                        case 0 -> before;
                        case 1 -> move(before, Invitations.answered(ParticipationStatus.TENTATIVE, before));
                        case 2 -> move(before, Invitations.waiting(i, before));
                        case 3 -> move(before, Invitations.answered(ParticipationStatus.DECLINED, before));
                        default -> move(before, Invitations.withdrawn(before));
                    });
        }
        for (ParticipationStatus response : ParticipationStatus.values()) {
            List<Invitation> expected = known.stream()
                    .filter(one -> !one.isWithdrawn() && one.answer().response() == response)
                    .toList();

            assertThat(expected).hasSize(4);
            for (int limit : new int[] {1, 3, 4, 100}) {
                assertThat(listOf(event, response, limit)).isEqualTo(expected);
            }
        }
    }

    @Test
    default void listOfAResponseShouldFollowTheAnswers() {
        EventId event = event().id();
        Invitation silent = invite(event, 1).getFirst();
        assertThat(listOf(event, ParticipationStatus.NEEDS_ACTION, 10)).containsExactly(silent);

        Invitation coming = move(silent, Invitations.answered(ParticipationStatus.ACCEPTED, silent));
        assertThat(listOf(event, ParticipationStatus.NEEDS_ACTION, 10)).isEmpty();
        assertThat(listOf(event, ParticipationStatus.ACCEPTED, 10)).containsExactly(coming);

        Invitation mailed = update(replace(coming, Invitations.rewritten(coming)));
        assertThat(listOf(event, ParticipationStatus.ACCEPTED, 10)).containsExactly(mailed);

        Invitation withdrawn = move(mailed, Invitations.withdrawn(mailed));
        assertThat(listOf(event, ParticipationStatus.ACCEPTED, 10)).isEmpty();
        assertThat(listOf(event, ParticipationStatus.NEEDS_ACTION, 10)).isEmpty();

        Invitation renewed = move(withdrawn, Invitations.emptied(withdrawn));
        assertThat(listOf(event, ParticipationStatus.NEEDS_ACTION, 10)).containsExactly(renewed);
    }

    @Test
    default void listOfAnEventShouldGiveWhatStaysOnceWhileOthersWrite() {
        EventId event = event().id();
        List<Invitation> staying = invite(event, 30);
        AtomicInteger writing = new AtomicInteger(1);
        List<List<Invitation>> passes = Collections.synchronizedList(new ArrayList<>());

        Contention.among(3, number -> {
            if (number == 0) {
                try {
                    for (int i = 0; i < 30; i++) {
                        Invitation come = invite(event, 1).getFirst();
                        move(come, Invitations.waiting(i, come));
                    }
                } finally {
                    writing.decrementAndGet();
                }
            } else {
                do {
                    passes.add(
                            Listing.<Invitation, InvitationId>all(
                                            request -> invitations().list(event, request), 7)
                                    .stream()
                                    .filter(staying::contains)
                                    .toList());
                } while (writing.get() > 0);
            }
            return number;
        });

        assertThat(passes).hasSizeGreaterThanOrEqualTo(2).allMatch(staying::equals);
    }

    private List<Invitation> listOf(EventId event, ParticipationStatus response, int limit) {
        return Listing.<Invitation, InvitationId>all(request -> invitations().list(event, response, request), limit);
    }
}
