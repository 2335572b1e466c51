package dev.rollcall.transfer;

import dev.rollcall.InvalidInputException;
import dev.rollcall.Outcome;
import dev.rollcall.Page;
import dev.rollcall.PageRequest;
import dev.rollcall.StoredValues;
import dev.rollcall.customer.Customer;
import dev.rollcall.customer.CustomerId;
import dev.rollcall.guid.Guid;
import dev.rollcall.guid.GuidRegistration;
import dev.rollcall.number.ExactNumber;
import dev.rollcall.number.RegisteredNumber;
import dev.rollcall.rsvp.AnswerKey;
import dev.rollcall.rsvp.AnswerLink;
import dev.rollcall.rsvp.AnswerRecord;
import dev.rollcall.rsvp.Event;
import dev.rollcall.rsvp.EventId;
import dev.rollcall.rsvp.Invitation;
import dev.rollcall.rsvp.InvitationKey;
import dev.rollcall.rsvp.MessageId;
import dev.rollcall.rsvp.OutboxMessage;
import dev.rollcall.rsvp.SecretLink;
import dev.rollcall.rsvp.User;
import dev.rollcall.rsvp.UserId;
import dev.rollcall.storage.Repositories;
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
public final class Kind<T> {

    /** The UUID registry. */
    public static final Kind<UuidRegistration> UUIDS = new Kind<>(
            "uuids",
            one -> one.uuid().toString(),
            new UuidForm(),
            keyed(Uuid::parse, (store, request, now) -> store.uuids().list(request)),
            (store, things, now) -> store.uuids().restoreAll(things));

    /** GUIDs with metadata; the expired ones are not there. */
    public static final Kind<GuidRegistration> GUIDS = new Kind<>(
            "guids",
            one -> one.guid().toString(),
            new GuidForm(),
            keyed(Guid::parse, (store, request, now) -> store.guids().list(request, now)),
            (store, things, now) -> store.guids().restoreAll(things, now));

    /** Users. */
    public static final Kind<User> USERS = new Kind<>(
            "users",
            one -> one.id().value(),
            new UserForm(),
            keyed(UserId::new, (store, request, now) -> store.users().list(request)),
            (store, things, now) -> store.users().restoreAll(things));

    /** Events. */
    public static final Kind<Event> EVENTS = new Kind<>(
            "events",
            one -> one.id().value(),
            new EventForm(),
            keyed(EventId::new, (store, request, now) -> store.events().list(request)),
            (store, things, now) -> store.events().restoreAll(things));

    /** Invitations, with their answers and their places in wait-lists. */
    public static final Kind<Invitation> INVITATIONS = new Kind<>(
            "invitations",
            one -> one.key().toString(),
            new InvitationForm(),
            keyed(
                    InvitationKey::parse,
                    (store, request, now) -> store.invitations().list(request)),
            (store, things, now) -> store.invitations().restoreAll(things));

    /** What became of answers. */
    public static final Kind<AnswerRecord> ANSWERS = new Kind<>(
            "answers",
            one -> one.key().toString(),
            new AnswerRecordForm(),
            keyed(AnswerKey::parse, (store, request, now) -> store.invitations().history(request)),
            (store, things, now) -> store.invitations().restoreHistory(things));

    /** Which invitations the links in mails answer. */
    public static final Kind<AnswerLink> ANSWER_LINKS = new Kind<>(
            "answer_links",
            AnswerLink::hash,
            new AnswerLinkForm(),
            (store, request, now) -> store.links().list(request),
            (store, things, now) -> RestoredLinks.restoreAnswerLinks(store.links(), things));

    /** The links of organizers' pages and of calendars. */
    public static final Kind<SecretLink> SECRET_LINKS = new Kind<>(
            "secret_links",
            link -> link.owner().subject(),
            new SecretLinkForm(),
            (store, request, now) -> store.links().listSecrets(request),
            (store, things, now) -> RestoredLinks.restoreSecretLinks(store.links(), things));

    /** What is owed to guests and organizers. */
    public static final Kind<OutboxMessage> OUTBOX = new Kind<>(
            "outbox",
            one -> one.id().value(),
            new OutboxForm(),
            keyed(MessageId::new, (store, request, now) -> store.outbox().list(request)),
            (store, things, now) -> store.outbox().restoreAll(things));

    /** Customers. */
    public static final Kind<Customer> CUSTOMERS = new Kind<>(
            "customers",
            one -> one.id().value(),
            new CustomerForm(),
            keyed(CustomerId::new, (store, request, now) -> store.customers().list(request)),
            (store, things, now) -> store.customers().restoreAll(things));

    /** Numbers. */
    public static final Kind<RegisteredNumber> NUMBERS = new Kind<>(
            "numbers",
            one -> one.number().toString(),
            new NumberForm(),
            keyed(ExactNumber::parse, (store, request, now) -> store.numbers().list(request)),
            (store, things, now) -> store.numbers().restoreAll(things));

    /**
     * Every kind, each after those that it needs: an event needs the user who organizes it, and what is owed needs all that
     * a mail speaks of.
     */
    public static final List<Kind<?>> ALL = List.of(
            UUIDS, GUIDS, USERS, EVENTS, INVITATIONS, ANSWERS, ANSWER_LINKS, SECRET_LINKS, OUTBOX, CUSTOMERS, NUMBERS);

    private final String name;
    private final Function<T, String> id;
    private final Form<T> form;
    private final Listing<T, String> listing;
    private final Restoring<T> restoring;

    private Kind(
            String name, Function<T, String> id, Form<T> form, Listing<T, String> listing, Restoring<T> restoring) {
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
