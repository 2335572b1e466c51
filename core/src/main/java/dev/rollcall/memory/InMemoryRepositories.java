package dev.rollcall.memory;

import dev.rollcall.customer.CustomerRepository;
import dev.rollcall.guid.GuidRepository;
import dev.rollcall.number.NumberRepository;
import dev.rollcall.rsvp.event.EventRepository;
import dev.rollcall.rsvp.invitation.InvitationRepository;
import dev.rollcall.rsvp.link.LinkRepository;
import dev.rollcall.rsvp.outbox.OutboxRepository;
import dev.rollcall.rsvp.user.UserRepository;
import dev.rollcall.storage.Repositories;
import dev.rollcall.uuid.UuidRepository;

/** Every port in the memory of this process; nothing survives it. Thread-safe. */
public final class InMemoryRepositories implements Repositories {

    private final InMemoryRsvp rsvp = new InMemoryRsvp();
    private final UuidRepository uuids = new InMemoryUuidRepository();
    private final GuidRepository guids = new InMemoryGuidRepository();
    private final UserRepository users = new InMemoryUserRepository(rsvp);
    private final EventRepository events = new InMemoryEventRepository(rsvp);
    private final InvitationRepository invitations = new InMemoryInvitationRepository(rsvp);
    private final OutboxRepository outbox = new InMemoryOutboxRepository(rsvp);
    private final LinkRepository links = new InMemoryLinkRepository(rsvp);
    private final CustomerRepository customers = new InMemoryCustomerRepository();
    private final NumberRepository numbers = new InMemoryNumberRepository();

    /** A store with nothing in it. */
    public InMemoryRepositories() {}

    @Override
    public UuidRepository uuids() {
        return uuids;
    }

    @Override
    public GuidRepository guids() {
        return guids;
    }

    @Override
    public UserRepository users() {
        return users;
    }

    @Override
    public EventRepository events() {
        return events;
    }

    @Override
    public InvitationRepository invitations() {
        return invitations;
    }

    @Override
    public OutboxRepository outbox() {
        return outbox;
    }

    @Override
    public LinkRepository links() {
        return links;
    }

    @Override
    public CustomerRepository customers() {
        return customers;
    }

    @Override
    public NumberRepository numbers() {
        return numbers;
    }

    @Override
    public int writers() {
        return 2;
    }

    /** Does nothing: memory can always serve. */
    @Override
    public void verify() {
        // Memory is always reached, and has no schema.
    }

    /** Does nothing: memory holds nothing open. */
    @Override
    public void close() {
        // The garbage collector takes it.
    }
}
