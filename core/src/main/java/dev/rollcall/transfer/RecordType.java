package dev.rollcall.transfer;

import dev.rollcall.customer.Customer;
import dev.rollcall.customer.CustomerId;
import dev.rollcall.error.InvalidInputException;
import dev.rollcall.guid.Guid;
import dev.rollcall.guid.GuidRegistration;
import dev.rollcall.number.ExactNumber;
import dev.rollcall.number.RegisteredNumber;
import dev.rollcall.port.Outcome;
import dev.rollcall.port.Page;
import dev.rollcall.port.PageRequest;
import dev.rollcall.port.StoredValues;
import dev.rollcall.rsvp.answer.AnswerKey;
import dev.rollcall.rsvp.answer.AnswerRecord;
import dev.rollcall.rsvp.event.Event;
import dev.rollcall.rsvp.event.EventId;
import dev.rollcall.rsvp.event.InvitationKey;
import dev.rollcall.rsvp.invitation.Invitation;
import dev.rollcall.rsvp.link.AnswerLink;
import dev.rollcall.rsvp.link.SecretLink;
import dev.rollcall.rsvp.outbox.MessageId;
import dev.rollcall.rsvp.outbox.OutboxMessage;
import dev.rollcall.rsvp.user.User;
import dev.rollcall.rsvp.user.UserId;
import dev.rollcall.storage.Repositories;
import dev.rollcall.transfer.codec.AnswerLinkCodec;
import dev.rollcall.transfer.codec.AnswerRecordCodec;
import dev.rollcall.transfer.codec.CustomerCodec;
import dev.rollcall.transfer.codec.EventCodec;
import dev.rollcall.transfer.codec.GuidCodec;
import dev.rollcall.transfer.codec.InvitationCodec;
import dev.rollcall.transfer.codec.Members;
import dev.rollcall.transfer.codec.NumberCodec;
import dev.rollcall.transfer.codec.OutboxCodec;
import dev.rollcall.transfer.codec.RecordCodec;
import dev.rollcall.transfer.codec.SecretLinkCodec;
import dev.rollcall.transfer.codec.UserCodec;
import dev.rollcall.transfer.codec.UuidCodec;
import dev.rollcall.uuid.Uuid;
import dev.rollcall.uuid.UuidRegistration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One kind of thing that is moved: its name, its portable form, and how a store lists and takes it. Thread-safe.
 *
 * @param <T> the kind of thing
 */
public final class RecordType<T> {

    /** The UUID registry. */
    public static final RecordType<UuidRegistration> UUIDS = new RecordType<>(
            "uuids",
            one -> one.uuid().toString(),
            new UuidCodec(),
            keyed(Uuid::parse, (store, request, now) -> store.uuids().list(request)),
            (store, things, now) -> store.uuids().restoreAll(things));

    /** GUIDs with metadata; the expired ones are not there. */
    public static final RecordType<GuidRegistration> GUIDS = new RecordType<>(
            "guids",
            one -> one.guid().toString(),
            new GuidCodec(),
            keyed(Guid::parse, (store, request, now) -> store.guids().list(request, now)),
            (store, things, now) -> store.guids().restoreAll(things, now));

    /** Users. */
    public static final RecordType<User> USERS = new RecordType<>(
            "users",
            one -> one.id().value(),
            new UserCodec(),
            keyed(UserId::new, (store, request, now) -> store.users().list(request)),
            (store, things, now) -> store.users().restoreAll(things));

    /** Events. */
    public static final RecordType<Event> EVENTS = new RecordType<>(
            "events",
            one -> one.id().value(),
            new EventCodec(),
            keyed(EventId::new, (store, request, now) -> store.events().list(request)),
            (store, things, now) -> store.events().restoreAll(things));

    /** Invitations, with their answers and their places in wait-lists. */
    public static final RecordType<Invitation> INVITATIONS = new RecordType<>(
            "invitations",
            one -> one.key().toString(),
            new InvitationCodec(),
            keyed(
                    InvitationKey::parse,
                    (store, request, now) -> store.invitations().list(request)),
            (store, things, now) -> store.invitations().restoreAll(things));

    /** What became of answers. */
    public static final RecordType<AnswerRecord> ANSWERS = new RecordType<>(
            "answers",
            one -> one.key().toString(),
            new AnswerRecordCodec(),
            keyed(AnswerKey::parse, (store, request, now) -> store.invitations().history(request)),
            (store, things, now) -> store.invitations().restoreHistory(things));

    /** Which invitations the links in mails answer. */
    public static final RecordType<AnswerLink> ANSWER_LINKS = new RecordType<>(
            "answer_links",
            AnswerLink::hash,
            new AnswerLinkCodec(),
            (store, request, now) -> store.links().list(request),
            (store, things, now) -> RestoredLinks.restoreAnswerLinks(store.links(), things));

    /** The links of organizers' pages and of calendars. */
    public static final RecordType<SecretLink> SECRET_LINKS = new RecordType<>(
            "secret_links",
            link -> link.owner().subject(),
            new SecretLinkCodec(),
            (store, request, now) -> store.links().listSecrets(request),
            (store, things, now) -> RestoredLinks.restoreSecretLinks(store.links(), things));

    /** What is owed to guests and organizers. */
    public static final RecordType<OutboxMessage> OUTBOX = new RecordType<>(
            "outbox",
            one -> one.id().value(),
            new OutboxCodec(),
            keyed(MessageId::new, (store, request, now) -> store.outbox().list(request)),
            (store, things, now) -> store.outbox().restoreAll(things));

    /** Customers. */
    public static final RecordType<Customer> CUSTOMERS = new RecordType<>(
            "customers",
            one -> one.id().value(),
            new CustomerCodec(),
            keyed(CustomerId::new, (store, request, now) -> store.customers().list(request)),
            (store, things, now) -> store.customers().restoreAll(things));

    /** Numbers. */
    public static final RecordType<RegisteredNumber> NUMBERS = new RecordType<>(
            "numbers",
            one -> one.number().toString(),
            new NumberCodec(),
            keyed(ExactNumber::parse, (store, request, now) -> store.numbers().list(request)),
            (store, things, now) -> store.numbers().restoreAll(things));

    /**
     * Every kind, each after those that it needs: an event needs the user who organizes it, and what is owed needs all that
     * a mail speaks of.
     */
    public static final List<RecordType<?>> ALL = List.of(
            UUIDS, GUIDS, USERS, EVENTS, INVITATIONS, ANSWERS, ANSWER_LINKS, SECRET_LINKS, OUTBOX, CUSTOMERS, NUMBERS);

    private final String name;
    private final Function<T, String> id;
    private final RecordCodec<T> form;
    private final Listing<T, String> listing;
    private final Restoring<T> restoring;

    private RecordType(
            String name,
            Function<T, String> id,
            RecordCodec<T> form,
            Listing<T, String> listing,
            Restoring<T> restoring) {
        this.name = name;
        this.id = id;
        this.form = form;
        this.listing = listing;
        this.restoring = restoring;
    }

    /** How a store lists things by a key. */
    private interface Listing<T, K> {
        Page<T, K> page(Repositories store, PageRequest<K> request, Instant now);
    }

    /** How a store takes things as they are elsewhere. */
    private interface Restoring<T> {
        List<Outcome<T>> restore(Repositories store, List<T> things, Instant now);
    }

    /**
     * What this kind is called, in files and messages.
     *
     * @return the name, a word in lower case
     */
    public String name() {
        return name;
    }

    /**
     * What a thing is called among its kind.
     *
     * @param thing the thing
     * @return its id as text
     */
    public String id(T thing) {
        return id.apply(thing);
    }

    /**
     * Writes a thing in its portable form.
     *
     * @param thing the thing
     * @return the form, which says all of it exactly, times to the microsecond
     */
    public Members write(T thing) {
        return form.write(thing);
    }

    /**
     * Reads a thing from its portable form. Like a store it may hold what the rules for input refuse today.
     *
     * @param members the form
     * @return the thing, equal to the one that was written
     * @throws InvalidInputException where members are missing, unknown or wrong, naming them all
     */
    public T read(Members members) {
        return StoredValues.trust(() -> form.read(members));
    }

    /**
     * Whether a thing is still there at a moment.
     *
     * @param thing the thing
     * @param now the moment
     * @return false where it has expired by then
     */
    public boolean isLive(T thing, Instant now) {
        return !(thing instanceof GuidRegistration guid) || !guid.expiry().hasPassed(now);
    }

    Page<T, String> page(Repositories store, PageRequest<String> request, Instant now) {
        return listing.page(store, request, now);
    }

    List<Outcome<T>> restore(Repositories store, List<T> things, Instant now) {
        return restoring.restore(store, things, now);
    }

    /** The name. */
    @Override
    public String toString() {
        return name;
    }

    /** A listing by the texts of its keys. */
    private static <T, K> Listing<T, String> keyed(Function<String, K> parser, Listing<T, K> listing) {
        return (store, request, now) -> {
            Optional<K> after = StoredValues.trust(() -> request.after().map(parser));
            PageRequest<K> typed = new PageRequest<>(after, request.limit());
            Page<T, K> page = listing.page(store, typed, now);
            Optional<String> next = page.next().map(Object::toString);
            return new Page<>(page.items(), next);
        };
    }
}
