package dev.rollcall.testkit;

import dev.rollcall.customer.Customer;
import dev.rollcall.customer.CustomerId;
import dev.rollcall.guid.Expiry;
import dev.rollcall.guid.GuidRegistration;
import dev.rollcall.guid.GuidUser;
import dev.rollcall.number.RegisteredNumber;
import dev.rollcall.port.Outcome;
import dev.rollcall.port.PageRequest;
import dev.rollcall.port.Revision;
import dev.rollcall.rsvp.answer.AnswerRecord;
import dev.rollcall.rsvp.event.Event;
import dev.rollcall.rsvp.event.EventCounts;
import dev.rollcall.rsvp.event.EventDetails;
import dev.rollcall.rsvp.event.EventId;
import dev.rollcall.rsvp.event.EventStatus;
import dev.rollcall.rsvp.event.EventTime;
import dev.rollcall.rsvp.event.EventZone;
import dev.rollcall.rsvp.event.InvitationKey;
import dev.rollcall.rsvp.event.WaitlistPolicy;
import dev.rollcall.rsvp.invitation.Invitation;
import dev.rollcall.rsvp.link.AnswerLink;
import dev.rollcall.rsvp.link.LinkOwner;
import dev.rollcall.rsvp.link.SecretLink;
import dev.rollcall.rsvp.outbox.OutboxMessage;
import dev.rollcall.rsvp.user.EmailAddress;
import dev.rollcall.rsvp.user.User;
import dev.rollcall.rsvp.user.UserId;
import dev.rollcall.rsvp.user.UserName;
import dev.rollcall.transfer.RecordType;
import dev.rollcall.transfer.Sink;
import dev.rollcall.uuid.UuidRegistration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Things of every kind in all their variety: with and without each member, at any revision, with texts that are easily
 * spoilt. Their ids are fresh. For one thread.
 */
public final class Assorted {

    private static final int BATCH = PageRequest.MAX_LIMIT;
    private static final List<String> TEXTS = AwkwardTexts.lines(200).toList();
    private static final List<String> ENDINGS = List.of("", "é", "😀", "A", "%", "'", "\\");
    private static final List<String> ZONES = List.of(
            "UTC",
            "Europe/Berlin",
            "America/New_York",
            "Asia/Kathmandu",
            "Pacific/Kiritimati",
            "Australia/Lord_Howe",
            "EST");

    private final RandomGenerator random;
    private final AssortedGuests guests;

    /**
     * Things by chance.
     *
     * @param random decides about all but the ids
     */
    public Assorted(RandomGenerator random) {
        this.random = random;
        guests = new AssortedGuests(random, TEXTS);
    }

    /**
     * Puts things of every feature into a place.
     *
     * @param place where to put them
     * @param count how many of each feature
     */
    public void fill(Sink place, int count) {
        fill(place, count, RecordType.UUIDS, this::uuid);
        fill(place, count, RecordType.GUIDS, this::guid);
        List<User> users = fill(place, count, RecordType.USERS, this::user);
        List<Event> events =
                fill(place, count, RecordType.EVENTS, () -> event(one(users).id()));
        List<Invitation> invitations = fill(
                place,
                count,
                RecordType.INVITATIONS,
                () -> invitation(one(events).id()));
        fill(place, count, RecordType.ANSWERS, () -> answer(one(invitations).key()));
        fill(
                place,
                count,
                RecordType.ANSWER_LINKS,
                () -> answerLink(one(invitations).key()));
        Iterator<LinkOwner> owners = owners(users, events).iterator();
        fill(place, count, RecordType.SECRET_LINKS, () -> secretLink(owners.next()));
        fill(place, count, RecordType.OUTBOX, () -> owed(one(invitations).key()));
        fill(place, count, RecordType.CUSTOMERS, this::customer);
        fill(place, count, RecordType.NUMBERS, this::number);
    }

    /**
     * A UUID.
     *
     * @return the UUID, touched more or less often
     */
    public UuidRegistration uuid() {
        Revision revision = revision();
        return new UuidRegistration(Fresh.uuid(), after(revision), revision);
    }

    /**
     * A GUID.
     *
     * @return the GUID, which no test sees expire
     */
    public GuidRegistration guid() {
        return new GuidRegistration(
                Fresh.guid(),
                new GuidUser(one(TEXTS)),
                new Expiry(Fresh.instant().plus(36_500, ChronoUnit.DAYS)),
                revision());
    }

    /**
     * A user.
     *
     * @return the user, with or without a name
     */
    public User user() {
        Revision revision = revision();
        EmailAddress email = new EmailAddress(one(List.of("", " ")) + "Ann." + Fresh.word() + "@Example.org");
        return new User(Fresh.userId(), email, maybe(() -> new UserName(one(TEXTS))), after(revision), revision);
    }

    /**
     * An event.
     *
     * @param organizer who organizes it
     * @return the event, with or without each member
     */
    public Event event(UserId organizer) {
        Revision revision = revision();
        return new Event(
                new EventId(Fresh.word()),
                details(organizer),
                Fresh.word() + "@rollcall",
                number(20),
                new EventCounts(number(500), number(500), number(500), number(500), number(500), number(500)),
                after(revision),
                revision);
    }

    /**
     * An invitation.
     *
     * @param event to which event
     * @return the invitation, with or without each member, answered in any way or not
     */
    public Invitation invitation(EventId event) {
        return guests.invitation(event, revision());
    }

    /**
     * What became of an answer.
     *
     * @param invitation to which invitation
     * @return the record
     */
    public AnswerRecord answer(InvitationKey invitation) {
        return guests.answer(invitation);
    }

    /**
     * Which invitation a link answers.
     *
     * @param invitation the invitation
     * @return the link
     */
    public AnswerLink answerLink(InvitationKey invitation) {
        return guests.answerLink(invitation);
    }

    /**
     * A secret link.
     *
     * @param owner what it opens
     * @return the link
     */
    public SecretLink secretLink(LinkOwner owner) {
        return new SecretLink(owner, Fresh.hash());
    }

    /**
     * Something owed.
     *
     * @param invitation because of which event, and perhaps to which guest
     * @return the message
     */
    public OutboxMessage owed(InvitationKey invitation) {
        return guests.owed(invitation, revision());
    }

    /**
     * A customer.
     *
     * @return the customer
     */
    public Customer customer() {
        return new Customer(new CustomerId(Fresh.word() + one(ENDINGS)), revision());
    }

    /**
     * A number.
     *
     * @return the number, of up to 38 digits
     */
    public RegisteredNumber number() {
        return new RegisteredNumber(Fresh.number(), revision());
    }

    private EventDetails details(UserId organizer) {
        EventZone zone = EventZone.of(one(ZONES));
        EventTime start = EventTime.of(Fresh.instant(), zone.id());
        return new EventDetails(
                one(TEXTS),
                maybe(() -> one(TEXTS) + "\r\n\t" + one(TEXTS)),
                maybe(() -> random.nextBoolean() ? "" : one(TEXTS)),
                organizer,
                start,
                maybe(() -> EventTime.of(start.instant().plus(1 + number(100_000_000), ChronoUnit.MICROS), zone.id())),
                zone,
                random.nextBoolean(),
                maybe(() -> number(EventDetails.MAX_CAPACITY + 1)),
                one(List.of(WaitlistPolicy.values())),
                maybe(() -> 1 + number(EventDetails.MAX_PARTY)),
                // A zone whose rules have changed since shows another time on its wall than it does now.
                maybe(() -> new EventTime(start.local().plusHours(1), start.instant())),
                one(List.of(EventStatus.values())));
    }

    private Revision revision() {
        return new Revision(Fresh.instant(), 1 + random.nextLong(random.nextBoolean() ? 3 : Integer.MAX_VALUE));
    }

    private Instant after(Revision revision) {
        return revision.createdAt().plus(random.nextLong(1_000_000_000_000L), ChronoUnit.MICROS);
    }

    private int number(int bound) {
        return random.nextInt(bound);
    }

    /** Users and events in turn. */
    private static Stream<LinkOwner> owners(List<User> users, List<Event> events) {
        return IntStream.range(0, users.size())
                .mapToObj(i -> i % 2 == 0 ? LinkOwner.of(users.get(i)) : LinkOwner.of(events.get(i)));
    }

    private <T> Optional<T> maybe(Supplier<T> value) {
        return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static <T> List<T> fill(Sink place, int count, RecordType<T> feature, Supplier<T> thing) {
        List<T> things = Stream.generate(thing).limit(count).toList();
        for (int done = 0; done < count; done += BATCH) {
            List<T> batch = things.subList(done, Math.min(count, done + BATCH));
            place.write(feature, batch, Instant.EPOCH).forEach(Outcome::orThrow);
        }
        return things;
    }
}
