package dev.rollcall;

import dev.rollcall.customer.CustomerService;
import dev.rollcall.error.InvalidInputException;
import dev.rollcall.error.StoreFailureException;
import dev.rollcall.error.StoreUnavailableException;
import dev.rollcall.guid.GuidService;
import dev.rollcall.number.NumberService;
import dev.rollcall.rsvp.invitation.EventService;
import dev.rollcall.rsvp.invitation.GuestListWriter;
import dev.rollcall.rsvp.invitation.InvitationService;
import dev.rollcall.rsvp.link.SecretLinkService;
import dev.rollcall.rsvp.notification.Dispatcher;
import dev.rollcall.rsvp.notification.MailSender;
import dev.rollcall.rsvp.user.UserService;
import dev.rollcall.storage.Repositories;
import dev.rollcall.storage.StorageProvider;
import dev.rollcall.storage.StorageSettings;
import dev.rollcall.storage.Store;
import dev.rollcall.uuid.UuidGenerator;
import dev.rollcall.uuid.UuidService;
import dev.rollcall.write.GroupWriter;
import dev.rollcall.write.GroupWriterSettings;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * The services over one store. Thread-safe; its methods block; call them on virtual threads. Nothing is done in the
 * background: to remove expired GUIDs start a {@link dev.rollcall.expiry.Sweeper}, and to send mail a {@link
 * dev.rollcall.rsvp.notification.DispatchLoop}.
 *
 * {@snippet :
 * try (var rollcall = Rollcall.open("jdbc:sqlite:rollcall-data/rollcall.db")) {
 *     var registration = rollcall.guids().create(Optional.empty(), new GuidUser("ann"), Optional.empty());
 * }
 * }
 */
public final class Rollcall implements AutoCloseable {

    private final Store store;
    private final InstantSource clock;
    private final GroupWriter writer;
    private final UuidService uuids;
    private final GuidService guids;
    private final UserService users;
    private final EventService events;
    private final InvitationService invitations;
    private final SecretLinkService links;
    private final Function<MailSender, Dispatcher> dispatchers;
    private final CustomerService customers;
    private final NumberService numbers;

    private Rollcall(Store store, InstantSource source, RandomGenerator random, GroupWriterSettings grouping) {
        this.store = store;
        Repositories ports = store.repositories();
        clock = new MicrosecondClock(source);
        UuidGenerator generator = new UuidGenerator(clock, random);
        writer = new GroupWriter(grouping);
        uuids = new UuidService(ports.uuids(), generator, clock, writer);
        guids = new GuidService(ports.guids(), clock, random, writer);
        users = new UserService(ports.users(), clock, generator, writer);
        GuestListWriter guests = new GuestListWriter(ports.events(), ports.invitations(), ports.users(), clock, writer);
        events = new EventService(ports.events(), ports.invitations(), guests, clock, generator, writer);
        invitations = new InvitationService(
                ports.invitations(), ports.events(), ports.users(), ports.links(), guests, clock, random);
        links = new SecretLinkService(ports.links(), random, writer);
        dispatchers = mailSender -> new Dispatcher(
                ports.events(),
                ports.invitations(),
                ports.users(),
                ports.links(),
                ports.outbox(),
                guests,
                writer,
                mailSender,
                clock,
                random);
        customers = new CustomerService(ports.customers(), clock, writer);
        numbers = new NumberService(ports.numbers(), clock, writer);
    }

    /**
     * Opens a store that needs no login but what its URL says.
     *
     * @param url names the store, such as {@code jdbc:sqlite:folder/file.db}, {@code jdbc:mysql://host/database}, {@code
     *     dynamodb:eu-west-1} or {@code memory:}
     * @return the services over it; closing it closes the store
     * @throws InvalidInputException where nothing on the class path takes the URL; the message lists what is taken
     */
    public static Rollcall open(String url) {
        return open(StorageSettings.of(url));
    }

    /**
     * Opens a store.
     *
     * @param settings the URL of the store, and its login
     * @return the services over it; closing it closes the store
     * @throws InvalidInputException where nothing on the class path takes the URL; the message lists what is taken
     * @throws StoreUnavailableException where the store is reached and its schema is not the one needed
     */
    public static Rollcall open(StorageSettings settings) {
        return over(StorageProvider.forUrl(settings).open(settings), InstantSource.system());
    }

    /**
     * The services over a store of one's own.
     *
     * @param store the store; closed with what is returned
     * @param clock tells the time
     * @return the services
     */
    public static Rollcall over(Store store, InstantSource clock) {
        return over(store, clock, new SecureRandom());
    }

    /**
     * The services over a store and randomness of one's own.
     *
     * @param store the store; closed with what is returned
     * @param clock tells the time
     * @param random cryptographically strong and thread-safe
     * @return the services
     */
    public static Rollcall over(Store store, InstantSource clock, RandomGenerator random) {
        return over(store, clock, random, GroupWriterSettings.withThreads(store.writers()));
    }

    /**
     * The services over a store, randomness and grouping of one's own.
     *
     * @param store the store; closed with what is returned
     * @param clock tells the time
     * @param random cryptographically strong and thread-safe
     * @param grouping the settings of the group writer
     * @return the services
     */
    public static Rollcall over(
            Store store, InstantSource clock, RandomGenerator random, GroupWriterSettings grouping) {
        return new Rollcall(store, clock, random, grouping);
    }

    /**
     * The UUID registry.
     *
     * @return its service
     */
    public UuidService uuids() {
        return uuids;
    }

    /**
     * GUIDs with metadata.
     *
     * @return their service
     */
    public GuidService guids() {
        return guids;
    }

    /**
     * Users.
     *
     * @return their service
     */
    public UserService users() {
        return users;
    }

    /**
     * Events.
     *
     * @return their service
     */
    public EventService events() {
        return events;
    }

    /**
     * Invitations and their answers.
     *
     * @return their service
     */
    public InvitationService invitations() {
        return invitations;
    }

    /**
     * Secret links to events and calendars.
     *
     * @return their service
     */
    public SecretLinkService links() {
        return links;
    }

    /**
     * Sends the notifications that invitations and answers queue. It sends nothing until it is started; see {@link
     * dev.rollcall.rsvp.notification.DispatchLoop}.
     *
     * @param mailSender brings notifications on their way; stays open when this is closed
     * @return the dispatcher
     */
    public Dispatcher dispatcher(MailSender mailSender) {
        return dispatchers.apply(mailSender);
    }

    /**
     * Customers.
     *
     * @return their service
     */
    public CustomerService customers() {
        return customers;
    }

    /**
     * Numbers.
     *
     * @return their service
     */
    public NumberService numbers() {
        return numbers;
    }

    /**
     * What tells the time to all of them.
     *
     * @return the clock, in microseconds
     */
    public InstantSource clock() {
        return clock;
    }

    /**
     * Asks the store whether it can serve.
     *
     * @throws StoreUnavailableException where it can't, with the reason
     * @throws StoreFailureException where it answers with anything else
     */
    public void verify() {
        store.verify();
    }

    /** Finishes the writes that wait, and closes the store. What was started beside it has to be closed before. */
    @Override
    public void close() {
        writer.close();
        store.close();
    }
}
