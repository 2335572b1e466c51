package dev.rollcall.testkit.fault;

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
import java.lang.reflect.Proxy;

/**
 * A store whose calls fail as a test plans it. The store beneath stays open when this is closed.
 *
 * @param owner the store beneath
 * @param faults decides which call fails
 */
public record FaultyRepositories(Repositories owner, Faults faults) implements Repositories {

    @Override
    public UuidRepository uuids() {
        return faulty(UuidRepository.class, owner.uuids());
    }

    @Override
    public GuidRepository guids() {
        return faulty(GuidRepository.class, owner.guids());
    }

    @Override
    public UserRepository users() {
        return faulty(UserRepository.class, owner.users());
    }

    @Override
    public EventRepository events() {
        return faulty(EventRepository.class, owner.events());
    }

    @Override
    public InvitationRepository invitations() {
        return faulty(InvitationRepository.class, owner.invitations());
    }

    @Override
    public OutboxRepository outbox() {
        return faulty(OutboxRepository.class, owner.outbox());
    }

    @Override
    public LinkRepository links() {
        return faulty(LinkRepository.class, owner.links());
    }

    @Override
    public CustomerRepository customers() {
        return faulty(CustomerRepository.class, owner.customers());
    }

    @Override
    public NumberRepository numbers() {
        return faulty(NumberRepository.class, owner.numbers());
    }

    @Override
    public int writers() {
        return owner.writers();
    }

    @Override
    public void verify() {
        owner.verify();
    }

    @Override
    public void disconnect() {
        owner.disconnect();
    }

    /** Leaves the store beneath open. */
    @Override
    public void close() {
        // It is not ours.
    }

    private <T> T faulty(Class<T> port, T real) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(),
                new Class<?>[] {port},
                (proxy, method, arguments) -> faults.call(real, method, arguments)));
    }
}
