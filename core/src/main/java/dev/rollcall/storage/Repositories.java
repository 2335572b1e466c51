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

/**
 * Every port of one store. Thread-safe, as each port is.
 *
 * @param uuids the UUID registry
 * @param guids GUIDs with metadata
 * @param users users
 * @param events events
 * @param invitations invitations and their answers
 * @param outbox messages that are still to be sent
 * @param links answer links and secret links
 * @param customers customers
 * @param numbers numbers
 */
public record Repositories(
        UuidRepository uuids,
        GuidRepository guids,
        UserRepository users,
        EventRepository events,
        InvitationRepository invitations,
        OutboxRepository outbox,
        LinkRepository links,
        CustomerRepository customers,
        NumberRepository numbers) {

    /** Puts something in front of a port, such as what counts its calls. */
    public interface Decorator {

        /**
         * Decorates a port.
         *
         * @param <P> the port's interface
         * @param type the port's interface
         * @param port the port
         * @return what takes its place; may be the port itself
         */
        <P> P decorate(Class<P> type, P port);
    }

    /**
     * The same ports, decorated.
     *
     * @param decorator called once for each port
     * @return the decorated ports
     */
    public Repositories decorated(Decorator decorator) {
        return new Repositories(
                decorator.decorate(UuidRepository.class, uuids),
                decorator.decorate(GuidRepository.class, guids),
                decorator.decorate(UserRepository.class, users),
                decorator.decorate(EventRepository.class, events),
                decorator.decorate(InvitationRepository.class, invitations),
                decorator.decorate(OutboxRepository.class, outbox),
                decorator.decorate(LinkRepository.class, links),
                decorator.decorate(CustomerRepository.class, customers),
                decorator.decorate(NumberRepository.class, numbers));
    }
}
