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
import dev.rollcall.rsvp.outbox.OutboxMessage;
import dev.rollcall.rsvp.outbox.OutboxTask;
import dev.rollcall.rsvp.user.User;
import dev.rollcall.storage.Store;
import dev.rollcall.testkit.contract.Listing;
import dev.rollcall.testkit.fixture.Fresh;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** A new event with its guests, for contracts about them. It starts 30 days after the clock's time. */
public final class Party {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Store store;
    private final Rollcall rollcall;
    private final Event made;
    private final User organizer;

    /**
     * Stores an event, and a user who organizes it.
     *
     * @param store the store
     * @param rollcall the services over it
     * @param clock the time
     * @param capacity how many seats there are; empty for no limit
     * @param waitlist whether guests wait for a seat
     */
    public Party(
            Store store, Rollcall rollcall, InstantSource clock, Optional<Integer> capacity, WaitlistPolicy waitlist) {
        this.store = store;
        this.rollcall = rollcall;
        organizer = rollcall.users().create(Optional.empty(), Fresh.email(), Optional.empty());
        made = rollcall.events()
                .create(
                        Optional.empty(),
                        EventChanges.party(
                                organizer.id(), clock.instant().plus(Duration.ofDays(30)), capacity, waitlist));
    }

    /**
     * One of the guests.
     *
     * @param key the key of the invitation
     * @param token the token of the link to answer by
     */
    public record Guest(InvitationKey key, LinkToken token) {}

    /** {@return the organizer} */
    public User organizer() {
        return organizer;
    }

    /** {@return the event as it is stored now} */
    public Event event() {
        return rollcall.events().get(made.id());
    }

    /**
     * Changes the event as an organizer does.
     *
     * @param change the change
     * @return the event as it is stored then
     */
    public Event change(EventChange change) {
        return rollcall.events().update(made.id(), change, Precondition.NONE);
    }

    static InvitationDraft stranger() {
        return new InvitationDraft(Optional.of(Fresh.email()), Optional.empty(), Optional.empty(), Optional.empty());
    }

    List<InvitationOutcome> invite(InvitationDraft... drafts) {
        return rollcall.invitations()
                .invite(made.id(), Stream.of(drafts).map(Outcome::success).toList(), Optional.empty());
    }

    /** {@return a guest who is invited by this call} */
    public Guest guest() {
        return guests(1).getFirst();
    }

    /**
     * Invites guests whom nobody knows.
     *
     * @param count the number
     * @return the guests, in the order of their invitations
     */
    public List<Guest> guests(int count) {
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
        store.repositories()
                .links()
                .addAll(List.of(
                        new AnswerLink(
                                token.hash(),
                                invitation.key(),
                                invitation.links().generation()),
                        new AnswerLink(invitation.links().replyToken().replyHash(), invitation.key(), 0)));
        return new Guest(invitation.key(), token);
    }

    /**
     * Answers by a guest's link.
     *
     * @param guest the guest
     * @param response what the guest says
     * @return the invitation as the guest sees it
     */
    public Rsvp answer(Guest guest, ParticipationStatus response) {
        return answer(guest, response, Optional.empty());
    }

    /**
     * Accepts by a guest's link.
     *
     * @param guest the guest
     * @param partySize the number of people who come
     * @return the invitation as the guest sees it
     */
    public Rsvp accept(Guest guest, int partySize) {
        return answer(guest, ParticipationStatus.ACCEPTED, Optional.of(partySize));
    }

    private Rsvp answer(Guest guest, ParticipationStatus response, Optional<Integer> partySize) {
        return rollcall.invitations()
                .answer(guest.token(), new AnswerRequest(response, partySize, Optional.empty(), Channel.API));
    }

    /**
     * Returns a reply of a guest's calendar program to the event as it is, which accepts.
     *
     * @param guest the guest
     * @return the reply, not given yet
     */
    public ReplyDraft reply(Guest guest) {
        return ReplyDraft.accepting(
                read(guest), event(), rollcall.clock().instant().truncatedTo(ChronoUnit.SECONDS));
    }

    /**
     * Answers by a calendar program.
     *
     * @param reply the reply
     * @return what came of it
     */
    public Rsvp answer(CalendarReply reply) {
        return rollcall.invitations().answer(reply);
    }

    /**
     * Withdraws an invitation.
     *
     * @param guest the guest
     * @return the invitation as it is stored then
     */
    public Invitation withdraw(Guest guest) {
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

    /**
     * Reads an invitation.
     *
     * @param guest the guest
     * @return the invitation as it is stored now
     */
    public Invitation read(Guest guest) {
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

    /**
     * Reads the messages of one task that are queued for the event.
     *
     * @param task the task
     * @return the messages, in no order
     */
    public List<OutboxMessage> queued(OutboxTask task) {
        return queued().stream().filter(message -> message.task() == task).toList();
    }

    /** {@return all messages that are queued for the event, in no order} */
    public List<OutboxMessage> queued() {
        return Listing.<OutboxMessage, MessageId>all(
                        request -> store.repositories().outbox().list(request), PageRequest.MAX_LIMIT)
                .stream()
                .filter(message -> message.event().equals(made.id()))
                .toList();
    }

    /** Asserts that the event's counts are those of its invitations, and that no seat is taken twice. */
    public void assertCountsAreRight() {
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

    /** {@return the keys of the invitations that wait for seats, in the order of the wait-list} */
    public List<InvitationKey> waiting() {
        return store.repositories().invitations().waiting(made.id(), 1000).stream()
                .map(Invitation::key)
                .toList();
    }

    private static int count(List<Invitation> invitations, ParticipationStatus response) {
        return (int) invitations.stream()
                .filter(one -> one.answer().response() == response)
                .count();
    }

    /**
     * Returns the keys of invitations.
     *
     * @param guests the guests
     * @return the keys, in the order of the guests
     */
    public static List<InvitationKey> keys(List<Guest> guests) {
        return guests.stream().map(Guest::key).toList();
    }
}
