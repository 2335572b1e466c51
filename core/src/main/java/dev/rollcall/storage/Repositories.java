package dev.rollcall.storage;

import dev.rollcall.customer.CustomerRepository;
import dev.rollcall.guid.GuidRepository;
import dev.rollcall.number.NumberRepository;
import dev.rollcall.rsvp.event.EventRepository;
import dev.rollcall.rsvp.invitation.InvitationRepository;
import dev.rollcall.rsvp.link.LinkRepository;
import dev.rollcall.rsvp.outbox.OutboxRepository;
import dev.rollcall.rsvp.user.UserRepository;
import dev.rollcall.uuid.UuidRepository;

/** Every port of one store. Thread-safe. Closing it closes what the store holds open; closing twice does nothing more. */
public interface Repositories extends AutoCloseable {

    /**
     * The UUID registry.
     *
     * @return its port
     */
    UuidRepository uuids();

    /**
     * GUIDs with metadata.
     *
     * @return their port
     */
    GuidRepository guids();

    /**
     * Users.
     *
     * @return their port
     */
    UserRepository users();

    /**
     * Events.
     *
     * @return their port
     */
    EventRepository events();

    /**
     * Invitations and their answers.
     *
     * @return their port
     */
    InvitationRepository invitations();

    /**
     * What is owed to guests and organizers.
     *
     * @return its port
     */
    OutboxRepository outbox();

    /**
     * Secret links.
     *
     * @return their port
     */
    LinkRepository links();

    /**
     * Customers.
     *
     * @return their port
     */
    CustomerRepository customers();

    /**
     * Numbers.
     *
     * @return their port
     */
    NumberRepository numbers();

    /**
     * How many commits the store does well at once.
     *
     * @return as many as it does well: 1 for a store with a single writer, else 2 or more
     */
    int writers();

    /**
     * Asks the store whether it can serve: it is reached, its schema is the one that this program needs, and, on SQL, a
     * transaction that writes can begin. Nothing is written. A writer that is busy is waited for, for some 2 seconds.
     *
     * @throws dev.rollcall.error.StoreUnavailableException where it can't, with the reason
     * @throws dev.rollcall.error.StoreFailureException where it answers with anything else
     */
    void verify();

    /**
     * Closes the connections that nobody uses at this moment, and from now on opens one only when it is needed. For a process
     * that is about to be frozen: its connections would be dead when it wakes. A store that holds none does nothing.
     */
    default void disconnect() {}

    /** Closes what the store holds open. */
    @Override
    void close();
}
