package dev.rollcall.rsvp.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.Rollcall;
import dev.rollcall.error.AnswerRefusedException;
import dev.rollcall.memory.InMemoryStore;
import dev.rollcall.port.Outcome;
import dev.rollcall.rsvp.answer.AnswerRequest;
import dev.rollcall.rsvp.answer.Channel;
import dev.rollcall.rsvp.answer.ParticipationStatus;
import dev.rollcall.rsvp.answer.Standing;
import dev.rollcall.rsvp.event.Event;
import dev.rollcall.rsvp.event.EventChange;
import dev.rollcall.rsvp.event.EventTimeInput;
import dev.rollcall.rsvp.user.EmailAddress;
import dev.rollcall.rsvp.user.User;
import dev.rollcall.rsvp.user.UserId;
import dev.rollcall.value.Change;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An answer that is refused leaves no trace in the step that others share with it. */
final class GuestListTest {

    private static final Instant NOW = Instant.parse("2030-01-01T12:00:00Z");

    private final InMemoryStore store = new InMemoryStore();
    private final Rollcall rollcall = Rollcall.over(store, InstantSource.fixed(NOW));
    private Event event;
    private List<Invitation> guests;

    @BeforeEach
    void invite() {
        User organizer = rollcall.users().create(Optional.empty(), new EmailAddress("o@example.org"), Optional.empty());
        event = rollcall.events().create(Optional.empty(), party(organizer.id()));
        List<InvitationOutcome> outcomes = rollcall.invitations()
                .invite(
                        event.id(),
                        Stream.of("a", "b", "c")
                                .map(name -> Outcome.success(new InvitationDraft(
                                        Optional.of(new EmailAddress(name + "@example.org")),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.of(2))))
                                .toList(),
                        Optional.empty());
        guests = outcomes.stream()
                .map(outcome -> ((InvitationOutcome.Created) outcome).invitation())
                .toList();
        event = rollcall.events().get(event.id());
    }

    @AfterEach
    void close() {
        rollcall.close();
    }

    @Test
    void anAnswerThatIsRefusedShouldLeaveTheListAsItWas() {
        GuestList list = new GuestList(event, store.repositories().invitations(), 100, NOW);
        GuestList withoutRefusals = new GuestList(event, store.repositories().invitations(), 100, NOW);

        assertRefused(list, guests.get(0), accepting(3));
        assertThat(list.isUnchanged()).isTrue();
        Invitation coming = list.answer(guests.get(0), accepting(1)).get();
        Invitation same = withoutRefusals.answer(guests.get(0), accepting(1)).get();
        assertRefused(list, guests.get(0), accepting(2));
        assertRefused(list, guests.get(1), accepting(1));
        assertRefused(list, guests.get(2), accepting(2));

        assertThat(list.toWrite()).isEqualTo(withoutRefusals.toWrite());
        assertThat(list.toWrite().changed()).hasSize(1);
        assertThat(coming).isEqualTo(same);
        assertThat(coming.standing()).isEqualTo(Standing.CONFIRMED);
    }

    @Test
    void anAnswerThatIsOnlyWorkedOutShouldChangeNothing() {
        GuestList list = new GuestList(event, store.repositories().invitations(), 100, NOW);

        assertThat(list.answer(guests.get(0), accepting(1))).isNotNull();

        assertThat(list.isUnchanged()).isTrue();
    }

    private static void assertRefused(GuestList list, Invitation guest, AnswerRequest request) {
        assertThatThrownBy(() -> list.answer(guest, request)).isInstanceOf(AnswerRefusedException.class);
    }

    private static AnswerRequest accepting(int size) {
        return new AnswerRequest(ParticipationStatus.ACCEPTED, Optional.of(size), Optional.empty(), Channel.API);
    }

    /** For one person, without a wait-list. */
    private static EventChange party(UserId organizer) {
        return new EventChange(
                Change.set("Party"),
                Change.keep(),
                Change.keep(),
                Change.set(organizer),
                Change.set(EventTimeInput.parse("2031-05-01T20:00")),
                Change.keep(),
                Change.keep(),
                Change.keep(),
                Change.set(1),
                Change.keep(),
                Change.keep(),
                Change.keep(),
                Change.keep());
    }
}
