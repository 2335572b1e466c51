package dev.rollcall.memory;

import dev.rollcall.storage.Repositories;
import dev.rollcall.storage.Store;

/** A store in the memory of this process; nothing survives it. Thread-safe. */
public final class InMemoryStore implements Store {

    private final Repositories repositories;

    /** A store with nothing in it. */
    public InMemoryStore() {
        InMemoryRsvp rsvp = new InMemoryRsvp();
        repositories = new Repositories(
                new InMemoryUuidRepository(),
                new InMemoryGuidRepository(),
                new InMemoryUserRepository(rsvp),
                new InMemoryEventRepository(rsvp),
                new InMemoryInvitationRepository(rsvp),
                new InMemoryOutboxRepository(rsvp),
                new InMemoryLinkRepository(rsvp),
                new InMemoryCustomerRepository(),
                new InMemoryNumberRepository());
    }

    @Override
    public Repositories repositories() {
        return repositories;
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
