package dev.rollcall.testkit;

import dev.rollcall.customer.CustomerId;
import dev.rollcall.guid.Expiry;
import dev.rollcall.guid.Guid;
import dev.rollcall.guid.GuidRegistration;
import dev.rollcall.guid.GuidUser;
import dev.rollcall.number.ExactNumber;
import dev.rollcall.port.Revision;
import dev.rollcall.rsvp.event.Event;
import dev.rollcall.rsvp.event.EventCounts;
import dev.rollcall.rsvp.event.EventDetails;
import dev.rollcall.rsvp.event.EventId;
import dev.rollcall.rsvp.event.EventStatus;
import dev.rollcall.rsvp.event.EventTime;
import dev.rollcall.rsvp.event.EventZone;
import dev.rollcall.rsvp.event.InvitationId;
import dev.rollcall.rsvp.event.InvitationKey;
import dev.rollcall.rsvp.event.WaitlistPolicy;
import dev.rollcall.rsvp.invitation.Invitation;
import dev.rollcall.rsvp.link.AnswerLink;
import dev.rollcall.rsvp.link.LinkToken;
import dev.rollcall.rsvp.outbox.MessageId;
import dev.rollcall.rsvp.outbox.NotificationKind;
import dev.rollcall.rsvp.outbox.OutboxMessage;
import dev.rollcall.rsvp.user.EmailAddress;
import dev.rollcall.rsvp.user.User;
import dev.rollcall.rsvp.user.UserId;
import dev.rollcall.rsvp.user.UserName;
import dev.rollcall.uuid.Uuid;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/** Things that nobody has stored yet: each has a random id, so that tests can share a store. Thread-safe. */
public final class Fresh {

    /** An expiry that no test gets to. */
    public static final Expiry NEVER = new Expiry(Instant.parse("9999-12-31T23:59:59Z"));

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Instant FIRST_INSTANT = Instant.parse("2025-01-01T00:00:00Z");

    private Fresh() {}

    /**
     * A moment of the years 2025 to 2030.
     *
     * @return the moment, in microseconds
     */
    public static Instant instant() {
        return FIRST_INSTANT.plus(RANDOM.nextLong(5L * 365 * 24 * 60 * 60 * 1_000_000), ChronoUnit.MICROS);
    }

    /**
     * A word that nobody has used.
     *
     * @return 32 lower-case hexadecimal digits
     */
    public static String word() {
        return Long.toHexString(RANDOM.nextLong() | Long.MIN_VALUE)
                + Long.toHexString(RANDOM.nextLong() | Long.MIN_VALUE);
    }

    /**
     * A UUID.
     *
     * @return random bits throughout, version and variant included
     */
    public static Uuid uuid() {
        return new Uuid(new UUID(RANDOM.nextLong(), RANDOM.nextLong()));
    }

    /**
     * A GUID.
     *
     * @return random bits
     */
    public static Guid guid() {
        return new Guid(RANDOM.nextLong(), RANDOM.nextLong());
    }

    /**
     * The user of a GUID.
     *
     * @return a random word
     */
    public static GuidUser guidUser() {
        return new GuidUser(word());
    }

    /**
     * A GUID with its metadata.
     *
     * @param user whose
     * @param expiry from when on it is gone
     * @return the GUID at its first revision
     */
    public static GuidRegistration guid(GuidUser user, Expiry expiry) {
        return new GuidRegistration(guid(), user, expiry, Revision.first(instant()));
    }

    /**
     * A customer's id.
     *
     * @return a random word
     */
    public static CustomerId customerId() {
        return new CustomerId(word());
    }

    /**
     * A number of as many digits as a number may have.
     *
     * @return a random number
     */
    public static ExactNumber number() {
        BigInteger digits = new BigInteger(ExactNumber.MAX_PRECISION * 10 / 3, RANDOM)
                .mod(BigInteger.TEN.pow(ExactNumber.MAX_PRECISION));
        BigDecimal number = new BigDecimal(digits, ExactNumber.MAX_SCALE);
        return new ExactNumber(RANDOM.nextBoolean() ? number : number.negate());
    }

    /**
     * A user's id.
     *
     * @return a random word
     */
    public static UserId userId() {
        return new UserId(word());
    }

    /**
     * An e-mail address.
     *
     * @return a random address
     */
    public static EmailAddress email() {
        return new EmailAddress(word() + "@example.org");
    }

    /**
     * A user.
     *
     * @param createdAt when the user is made
     * @return a user with a random id and address, at the first revision
     */
    public static User user(Instant createdAt) {
        return user(userId(), email(), createdAt);
    }

    /**
     * A user.
     *
     * @param id the user's id
     * @param email the user's address
     * @return the user, at the first revision
     */
    public static User user(UserId id, EmailAddress email) {
        return user(id, email, instant());
    }

    private static User user(UserId id, EmailAddress email, Instant createdAt) {
        return new User(id, email, Optional.of(new UserName("Ann " + word())), createdAt, Revision.first(createdAt));
    }

    /**
     * An event.
     *
     * @param organizer who organizes it
     * @param createdAt when it is made
     * @return an event with a random id and start, at its first revision
     */
    public static Event event(UserId organizer, Instant createdAt) {
        return event(new EventId(word()), details(organizer, EventTime.of(instant(), EventZone.UTC.id())), createdAt);
    }

    /**
     * An event.
     *
     * @param id its id
     * @param details what is said of it
     * @param createdAt when it is made
     * @return the event, at its first revision
     */
    public static Event event(EventId id, EventDetails details, Instant createdAt) {
        return new Event(id, details, word() + "@rollcall", 0, EventCounts.NONE, createdAt, Revision.first(createdAt));
    }

    /**
     * What is said of an event of which little is said.
     *
     * @param organizer who organizes it
     * @param startsAt when it starts
     * @return the details
     */
    public static EventDetails details(UserId organizer, EventTime startsAt) {
        return new EventDetails(
                "Title " + word(),
                Optional.empty(),
                Optional.empty(),
                organizer,
                startsAt,
                Optional.empty(),
                EventZone.UTC,
                false,
                Optional.empty(),
                WaitlistPolicy.OFF,
                Optional.empty(),
                Optional.empty(),
                EventStatus.SCHEDULED);
    }

    /**
     * An invitation.
     *
     * @param event to which event
     * @param createdAt when it is made
     * @return the invitation of a random address, at its first revision; nobody has answered it
     */
    public static Invitation invitation(EventId event, Instant createdAt) {
        return invitation(event, email(), createdAt);
    }

    /**
     * An invitation.
     *
     * @param event to which event
     * @param email who is invited
     * @param createdAt when it is made
     * @return the invitation, at its first revision; nobody has answered it
     */
    public static Invitation invitation(EventId event, EmailAddress email, Instant createdAt) {
        return FreshInvitation.of(new InvitationKey(event, InvitationId.of(event, email)), email, createdAt);
    }

    /**
     * Something owed.
     *
     * @param event because of which event
     * @param dueAt when it is due
     * @return a message to nobody in particular, with a random id, at its first revision
     */
    public static OutboxMessage message(EventId event, Instant dueAt) {
        return new OutboxMessage(
                new MessageId(word()),
                NotificationKind.DIGEST,
                event,
                Optional.empty(),
                0,
                dueAt,
                0,
                Revision.first(instant()));
    }

    /**
     * The hash of a secret.
     *
     * @return 64 lower-case hexadecimal digits
     */
    public static String hash() {
        return token().hash();
    }

    /** A secret. */
    static LinkToken token() {
        return LinkToken.random(RANDOM);
    }

    /**
     * A link to answer by.
     *
     * @return a random link to a random invitation
     */
    public static AnswerLink answerLink() {
        EventId event = new EventId(word());
        return new AnswerLink(hash(), new InvitationKey(event, InvitationId.of(event, email())), RANDOM.nextInt(1_000));
    }
}
