package dev.rollcall.testkit;

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

/**
 * A store that stays open when its borrower closes it, so that several can use one.
 *
 * @param owner whose store it is, and who closes it
 */
public record BorrowedRepositories(Repositories owner) implements Repositories {

    @Override
    public UuidRepository uuids() {
        return owner.uuids();
    }

    @Override
    public GuidRepository guids() {
        return owner.guids();
    }

    @Override
    public UserRepository users() {
        return owner.users();
    }

    @Override
    public EventRepository events() {
        return owner.events();
    }

    @Override
    public InvitationRepository invitations() {
        return owner.invitations();
    }

    @Override
    public OutboxRepository outbox() {
        return owner.outbox();
    }

    @Override
    public LinkRepository links() {
        return owner.links();
    }

    @Override
    public CustomerRepository customers() {
        return owner.customers();
    }

    @Override
    public NumberRepository numbers() {
        return owner.numbers();
    }

    @Override
    public int writers() {
        return owner.writers();
    }

    @Override
    public void verify() {
        owner.verify();
    }

    /** Leaves the store open. */
    @Override
    public void close() {
        // It is not ours.
    }
}
