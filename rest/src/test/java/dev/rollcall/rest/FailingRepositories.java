package dev.rollcall.rest;

import dev.rollcall.customer.Customer;
import dev.rollcall.customer.CustomerId;
import dev.rollcall.customer.CustomerRepository;
import dev.rollcall.guid.GuidRepository;
import dev.rollcall.memory.InMemoryRepositories;
import dev.rollcall.number.NumberRepository;
import dev.rollcall.port.Outcome;
import dev.rollcall.port.Page;
import dev.rollcall.port.PageRequest;
import dev.rollcall.port.Put;
import dev.rollcall.port.Removal;
import dev.rollcall.port.Replacement;
import dev.rollcall.rsvp.event.EventRepository;
import dev.rollcall.rsvp.invitation.InvitationRepository;
import dev.rollcall.rsvp.link.LinkRepository;
import dev.rollcall.rsvp.outbox.OutboxRepository;
import dev.rollcall.rsvp.user.UserRepository;
import dev.rollcall.storage.Repositories;
import dev.rollcall.uuid.UuidRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A store that fails whoever asks for a customer, or whether it is well, in one and the same way. */
record FailingRepositories(RuntimeException failure, Repositories others) implements Repositories {

    FailingRepositories(RuntimeException failure) {
        this(failure, new InMemoryRepositories());
    }

    @Override
    public CustomerRepository customers() {
        return new CustomerRepository() {
            @Override
            public List<Outcome<Put<Customer>>> putAll(List<CustomerId> ids, Instant now) {
                throw failure;
            }

            @Override
            public List<Outcome<Customer>> updateAll(List<Replacement<Customer>> replacements) {
                throw failure;
            }

            @Override
            public List<Outcome<CustomerId>> removeAll(List<Removal<CustomerId>> removals) {
                throw failure;
            }

            @Override
            public List<Outcome<Customer>> restoreAll(List<Customer> customers) {
                throw failure;
            }

            @Override
            public Page<Customer, CustomerId> list(PageRequest<CustomerId> request) {
                throw failure;
            }

            @Override
            public Optional<Customer> find(CustomerId id) {
                throw failure;
            }
        };
    }

    @Override
    public void verify() {
        throw failure;
    }

    @Override
    public UuidRepository uuids() {
        return others.uuids();
    }

    @Override
    public GuidRepository guids() {
        return others.guids();
    }

    @Override
    public UserRepository users() {
        return others.users();
    }

    @Override
    public EventRepository events() {
        return others.events();
    }

    @Override
    public InvitationRepository invitations() {
        return others.invitations();
    }

    @Override
    public OutboxRepository outbox() {
        return others.outbox();
    }

    @Override
    public LinkRepository links() {
        return others.links();
    }

    @Override
    public NumberRepository numbers() {
        return others.numbers();
    }

    @Override
    public int writers() {
        return others.writers();
    }

    @Override
    public void close() {
        others.close();
    }
}
