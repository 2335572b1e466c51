package dev.rollcall.testkit.rsvp.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.rsvp.answer.ParticipationStatus;
import dev.rollcall.rsvp.event.Event;
import dev.rollcall.rsvp.event.EventId;
import dev.rollcall.rsvp.event.EventTime;
import dev.rollcall.rsvp.event.EventZone;
import dev.rollcall.rsvp.event.InvitationKey;
import dev.rollcall.rsvp.invitation.Invitation;
import dev.rollcall.rsvp.user.EmailAddress;
import dev.rollcall.rsvp.user.UserId;
import dev.rollcall.testkit.contract.Listing;
import dev.rollcall.testkit.contract.Settling;
import dev.rollcall.testkit.fixture.Fresh;
import dev.rollcall.testkit.fixture.Invitations;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The list of the invitations to one address, which may be a moment late. */
interface InvitationsOfGuestContract extends InvitationContract {

    /** Events whose ids differ by case, or are the beginning of one another, so that a joined key could go astray. */
    @Test
    default void listOfAGuestShouldGiveTheirInvitationsInTheOrderOfTheirKeys() {
        EmailAddress guest = Fresh.email();
        UserId organizer =
                repositories().users().add(Fresh.user(Fresh.instant())).id();
        String word = Fresh.word();
        List<Invitation> invitations = InvitationContract.inOrder(Stream.of("", "a", "A", "-", ".", "~", "_", "aa", "0")
                .map(ending -> invited(guest, eventOf(organizer, new EventId(word + ending))))
                .toList());
        invite(event().id(), 2);

        for (int limit : new int[] {1, 4, 9, 100}) {
            assertListed(guest, invitations, limit);
        }
        assertListed(Fresh.email(), List.of(), 10);
    }

    @Test
    default void listOfAGuestShouldKnowAnyFormOfTheAddress() {
        String word = Fresh.word();
        EmailAddress typed = new EmailAddress(" Zoë." + word + "@Bücher.Example ");
        Invitation invitation = invited(typed, event());

        assertListed(typed, List.of(invitation), 10);
        assertListed(
                new EmailAddress("ZOË." + word.toUpperCase(Locale.ROOT) + "@bücher.example"), List.of(invitation), 10);
        assertListed(new EmailAddress("zoë." + word + "@xn--bcher-kva.example"), List.of(invitation), 10);
        assertListed(new EmailAddress("zoe." + word + "@bücher.example"), List.of(), 10);
    }

    @Test
    default void listOfAGuestShouldLeaveOutTheWithdrawn() {
        EmailAddress guest = Fresh.email();
        Invitation staying = invited(guest, event());
        Invitation going = invited(guest, event());

        Invitation coming = move(going, Invitations.answered(ParticipationStatus.ACCEPTED, going));
        assertListed(guest, InvitationContract.inOrder(List.of(staying, coming)), 10);

        Invitation withdrawn = move(coming, Invitations.withdrawn(coming));
        assertListed(guest, List.of(staying), 10);

        Invitation renewed = move(withdrawn, Invitations.emptied(withdrawn));
        assertListed(guest, InvitationContract.inOrder(List.of(staying, renewed)), 10);

        Invitation mailed = update(replace(renewed, Invitations.rewritten(renewed)));
        assertListed(guest, InvitationContract.inOrder(List.of(staying, mailed)), 10);
    }

    private Event eventOf(UserId organizer, EventId id) {
        return repositories()
                .events()
                .add(Fresh.event(
                        id,
                        Fresh.details(organizer, EventTime.of(Fresh.instant(), EventZone.UTC.id())),
                        Fresh.instant()));
    }

    private Invitation invited(EmailAddress guest, Event event) {
        return store(Fresh.invitation(event.id(), guest, Fresh.instant()));
    }

    private void assertListed(EmailAddress guest, List<Invitation> expected, int limit) {
        assertThat(Settling.read(
                        () -> Listing.<Invitation, InvitationKey>all(
                                request -> invitations().list(guest, request), limit),
                        expected::equals))
                .isEqualTo(expected);
    }
}
