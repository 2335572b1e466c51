package dev.rollcall.transfer;

import dev.rollcall.customer.Customer;
import dev.rollcall.error.InvalidInputException;
import dev.rollcall.expiry.Expiring;
import dev.rollcall.guid.GuidRegistration;
import dev.rollcall.number.RegisteredNumber;
import dev.rollcall.port.Outcome;
import dev.rollcall.port.Page;
import dev.rollcall.port.PageRequest;
import dev.rollcall.port.StoredValues;
import dev.rollcall.rsvp.answer.AnswerRecord;
import dev.rollcall.rsvp.event.Event;
import dev.rollcall.rsvp.invitation.Invitation;
import dev.rollcall.rsvp.link.AnswerLink;
import dev.rollcall.rsvp.link.SecretLink;
import dev.rollcall.rsvp.outbox.OutboxMessage;
import dev.rollcall.rsvp.user.User;
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
import dev.rollcall.uuid.UuidRegistration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One kind of thing that is moved: its name, its portable form, and how a store lists and takes it. Thread-safe.
 *
 * @param <T> the kind of thing
 */
public final class RecordType<T> {

    private static final List<RecordType<?>> TYPES = new ArrayList<>();

    // In the order in which they are moved. Each comes after those that it needs: an event needs its organizer, and a
    // message
    // everything that it tells about.

    /** The UUID registry. */
    public static final RecordType<UuidRegistration> UUIDS = type(new UuidCodec());

    /** GUIDs with metadata; the expired ones are not there. */
    public static final RecordType<GuidRegistration> GUIDS = type(new GuidCodec());

    /** Users. */
    public static final RecordType<User> USERS = type(new UserCodec());

    /** Events. */
    public static final RecordType<Event> EVENTS = type(new EventCodec());

    /** Invitations, with their answers and their places in wait-lists. */
    public static final RecordType<Invitation> INVITATIONS = type(new InvitationCodec());

    /** What became of answers. */
    public static final RecordType<AnswerRecord> ANSWERS = type(new AnswerRecordCodec());

    /** Which invitations the links in mails answer. */
    public static final RecordType<AnswerLink> ANSWER_LINKS = type(new AnswerLinkCodec());

    /** The links of organizers' pages and of calendars. */
    public static final RecordType<SecretLink> SECRET_LINKS = type(new SecretLinkCodec());

    /** Messages that are still to be sent to guests and organizers. */
    public static final RecordType<OutboxMessage> OUTBOX = type(new OutboxCodec());

    /** Customers. */
    public static final RecordType<Customer> CUSTOMERS = type(new CustomerCodec());

    /** Numbers. */
    public static final RecordType<RegisteredNumber> NUMBERS = type(new NumberCodec());

    /** Every type, in the order in which they are moved. */
    public static final List<RecordType<?>> ALL = List.copyOf(TYPES);

    private final RecordCodec<T> codec;

    private RecordType(RecordCodec<T> codec) {
        this.codec = codec;
    }

    private static <T> RecordType<T> type(RecordCodec<T> codec) {
        RecordType<T> type = new RecordType<>(codec);
        TYPES.add(type);
        return type;
    }

    /**
     * Returns the name of this type in files and messages.
     *
     * @return the name, a word in lower case
     */
    public String name() {
        return codec.name();
    }

    /**
     * Returns the name of a thing, which is unique in its type.
     *
     * @param thing the thing
     * @return its id as text
     */
    public String id(T thing) {
        return codec.id(thing);
    }

    /**
     * Writes a thing in its portable codec.
     *
     * @param thing the thing
     * @return the form, which says all of it exactly, times to the microsecond
     */
    public Members write(T thing) {
        return codec.write(thing);
    }

    /**
     * Reads a thing from its portable codec. Like a store it may hold what the rules for input refuse today.
     *
     * @param members the form
     * @return the thing, equal to the one that was written
     * @throws InvalidInputException where members are missing, unknown or wrong, naming them all
     */
    public T read(Members members) {
        return StoredValues.trust(() -> codec.read(members));
    }

    /**
     * Whether a thing is still there at a moment.
     *
     * @param thing the thing
     * @param now the moment
     * @return false where it has expired by then
     */
    public boolean isLive(T thing, Instant now) {
        return !(thing instanceof Expiring expiring) || expiring.isLive(now);
    }

    Page<T, String> page(Repositories ports, PageRequest<String> request, Instant now) {
        return codec.page(ports, request, now);
    }

    List<Outcome<T>> restore(Repositories ports, List<T> things, Instant now) {
        return codec.restore(ports, things, now);
    }

    /** The name. */
    @Override
    public String toString() {
        return name();
    }
}
