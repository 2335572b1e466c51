package dev.rollcall.testkit.rsvp.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.Rollcall;
import dev.rollcall.port.Outcome;
import dev.rollcall.port.PageRequest;
import dev.rollcall.port.Precondition;
import dev.rollcall.rsvp.answer.AnswerRecord;
import dev.rollcall.rsvp.answer.AnswerRequest;
import dev.rollcall.rsvp.answer.CalendarReply;
import dev.rollcall.rsvp.answer.Channel;
import dev.rollcall.rsvp.answer.ParticipationStatus;
import dev.rollcall.rsvp.answer.Standing;
import dev.rollcall.rsvp.event.Event;
import dev.rollcall.rsvp.event.EventChange;
import dev.rollcall.rsvp.event.EventCounts;
import dev.rollcall.rsvp.event.EventTimeInput;
import dev.rollcall.rsvp.event.InvitationId;
import dev.rollcall.rsvp.event.InvitationKey;
import dev.rollcall.rsvp.event.WaitlistPolicy;
import dev.rollcall.rsvp.invitation.Invitation;
import dev.rollcall.rsvp.invitation.InvitationDraft;
import dev.rollcall.rsvp.invitation.InvitationOutcome;
import dev.rollcall.rsvp.invitation.Rsvp;
import dev.rollcall.rsvp.link.AnswerLink;
import dev.rollcall.rsvp.link.LinkToken;
import dev.rollcall.rsvp.outbox.MessageId;
import dev.rollcall.rsvp.outbox.NotificationKind;
import dev.rollcall.rsvp.outbox.OutboxMessage;
import dev.rollcall.rsvp.user.EmailAddress;
import dev.rollcall.rsvp.user.User;
import dev.rollcall.storage.Repositories;
import dev.rollcall.testkit.contract.Listing;
import dev.rollcall.testkit.fixture.Fresh;
import dev.rollcall.testkit.fixture.FreshInvitation;
import dev.rollcall.value.Change;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** An event of one's own with its guests, for the contracts of what they do. Starts 30 days after the clock's time. */
final class Party {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Repositories store;
    private final Rollcall rollcall;
    private final Event made;
    private final User organizer;

    Party(
            Repositories store,
            Rollcall rollcall,
            InstantSource clock,
            Optional<Integer> capacity,
            WaitlistPolicy waitlist) {
        this.store = store;
        this.rollcall = rollcall;
        organizer = rollcall.users().create(Optional.empty(), Fresh.email(), Optional.empty());
        made = rollcall.events()
                .create(
                        Optional.empty(),
                        change(capacity, waitlist, clock.instant().plus(Duration.ofDays(30))));
    }

    /** One of the guests, and the way in. */
    record Guest(InvitationKey key, LinkToken token) {}

    private EventChange change(Optional<Integer> capacity, WaitlistPolicy waitlist, Instant start) {
        return new EventChange(
                Change.set("Party " + Fresh.word()),
                Change.keep(),
                Change.keep(),
                Change.set(organizer.id()),
                Change.set(new EventTimeInput.AtInstant(start)),
                Change.keep(),
                Change.keep(),
                Change.keep(),
                capacity.<Change<Integer>>map(Change::set).orElseGet(Change::keep),
                Change.set(waitlist),
                Change.keep(),
                Change.keep(),
                Change.keep());
    }

    User organizer() {
        return organizer;
    }

    Event event() {
        return rollcall.events().get(made.id());
    }

    /** Changes the event as an organizer does. */
    Event change(EventChange change) {
        return rollcall.events().update(made.id(), change, Precondition.NONE);
    }

    static InvitationDraft stranger() {
        return new InvitationDraft(Optional.of(Fresh.email()), Optional.empty(), Optional.empty(), Optional.empty());
    }

    List<InvitationOutcome> invite(InvitationDraft... drafts) {
        return rollcall.invitations()
                .invite(made.id(), Stream.of(drafts).map(Outcome::success).toList(), Optional.empty());
    }

    /** Stores the invitation of a guest under the id that would be another's. */
    Invitation restore(EmailAddress guest, EmailAddress other) {
        Invitation invitation = FreshInvitation.of(
                new InvitationKey(made.id(), InvitationId.of(made.id(), other)), guest, made.createdAt());
        store.invitations().restoreAll(List.of(invitation)).forEach(Outcome::orThrow);
        return invitation;
    }

    Guest guest() {
        return guests(1).getFirst();
    }

    List<Guest> guests(int count) {
        List<InvitationOutcome> outcomes =
                invite(Stream.generate(Party::stranger).limit(count).toArray(InvitationDraft[]::new));
        assertThat(outcomes).hasSize(count).allMatch(InvitationOutcome.Created.class::isInstance);
        return outcomes.stream()
                .map(outcome -> ((InvitationOutcome.Created) outcome).invitation())
                .map(this::linked)
                .toList();
    }

    /** A link as a notification would carry it. */
    Guest linked(Invitation invitation) {
        LinkToken token = LinkToken.random(RANDOM);
        store.links()
                .addAll(List.of(
                        new AnswerLink(token.hash(), invitation.key(), invitation.generation()),
                        new AnswerLink(invitation.replyToken().replyHash(), invitation.key(), 0)));
        return new Guest(invitation.key(), token);
    }

    Rsvp answer(Guest guest, ParticipationStatus response) {
        return answer(guest, response, Optional.empty());
    }

    Rsvp accept(Guest guest, int partySize) {
        return answer(guest, ParticipationStatus.ACCEPTED, Optional.of(partySize));
    }

    private Rsvp answer(Guest guest, ParticipationStatus response, Optional<Integer> partySize) {
        return rollcall.invitations()
                .answer(guest.token(), new AnswerRequest(response, partySize, Optional.empty(), Channel.API));
    }

    /** A reply of the guest to the event as it is, by which they accept now. */
    ReplyDraft reply(Guest guest) {
        Invitation invitation = read(guest);
        return new ReplyDraft(new CalendarReply(
                invitation.replyToken(),
                event().uid(),
                List.of(ReplyDraft.attendee(invitation.guest().email(), ParticipationStatus.ACCEPTED)),
                Optional.empty(),
                event().sequence(),
                rollcall.clock().instant().truncatedTo(ChronoUnit.SECONDS),
                Optional.empty()));
    }

    Rsvp answer(CalendarReply reply) {
        return rollcall.invitations().answer(reply);
    }

    static AnswerRequest accepting(int partySize) {
        return new AnswerRequest(ParticipationStatus.ACCEPTED, Optional.of(partySize), Optional.empty(), Channel.API);
    }

    static AnswerRequest declining() {
        return new AnswerRequest(ParticipationStatus.DECLINED, Optional.empty(), Optional.empty(), Channel.API);
    }

    Invitation withdraw(Guest guest) {
        return rollcall.invitations().withdraw(guest.key());
    }

    Invitation resend(Guest guest) {
        return rollcall.invitations().resend(guest.key());
    }

    Invitation resend(Guest guest, int seen) {
        return rollcall.invitations().resend(guest.key(), OptionalInt.of(seen));
    }

    void remove() {
        rollcall.events().remove(made.id(), Precondition.NONE);
    }

    /** How large the parties of those are who wait, in their order. */
    List<Integer> waitingSizes() {
        return store.invitations().waiting(made.id(), 1000).stream()
                .map(invitation -> invitation.answer().partySize())
                .toList();
    }

    Invitation read(Guest guest) {
        return rollcall.invitations().get(guest.key());
    }

    Standing standing(Guest guest) {
        return read(guest).standing();
    }

    List<AnswerRecord> history(Guest guest) {
        return Listing.<AnswerRecord, Long>all(request -> rollcall.invitations().history(guest.key(), request), 3);
    }

    List<Invitation> invitations() {
        return Listing.<Invitation, InvitationId>all(
                request -> rollcall.invitations().list(made.id(), Optional.empty(), request), PageRequest.MAX_LIMIT);
    }

    /** What is owed of one kind, in no order. */
    List<OutboxMessage> owed(NotificationKind kind) {
        return owed().stream().filter(message -> message.kind() == kind).toList();
    }

    List<OutboxMessage> owed() {
        return Listing.<OutboxMessage, MessageId>all(request -> store.outbox().list(request), PageRequest.MAX_LIMIT)
                .stream()
                .filter(message -> message.event().equals(made.id()))
                .toList();
    }

    /** The counts are those of the invitations, and no seat is there twice. */
    void assertCountsAreRight() {
        List<Invitation> all = invitations().stream()
                .filter(invitation -> !invitation.isWithdrawn())
                .toList();
        EventCounts counts = event().counts();
        assertThat(counts)
                .isEqualTo(new EventCounts(
                        all.size(),
                        count(all, ParticipationStatus.ACCEPTED),
                        count(all, ParticipationStatus.TENTATIVE),
                        count(all, ParticipationStatus.DECLINED),
                        (int) all.stream()
                                .filter(one -> one.standing() == Standing.WAITLISTED)
                                .count(),
                        all.stream().mapToInt(Invitation::seats).sum()));
    }

    /** Who waits, in their order. */
    List<InvitationKey> waiting() {
        return store.invitations().waiting(made.id(), 1000).stream()
                .map(Invitation::key)
                .toList();
    }

    private static int count(List<Invitation> invitations, ParticipationStatus response) {
        return (int) invitations.stream()
                .filter(one -> one.answer().response() == response)
                .count();
    }

    static List<InvitationKey> keys(List<Guest> guests) {
        return guests.stream().map(Guest::key).toList();
    }
}
