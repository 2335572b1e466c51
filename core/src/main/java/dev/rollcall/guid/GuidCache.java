package dev.rollcall.guid;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * The GUIDs that were read last, and for a shorter while those that were not there. Thread-safe.
 *
 * <p>What another process writes is seen after at most {@link #POSITIVE_LIFETIME}; what this process writes is seen before
 * the write is acknowledged, because every write {@linkplain #forget forgets} the entry after its commit. A read that began
 * before such a write cannot bring the old value back: it leaves a mark, loads without holding any lock, and stores what it
 * loaded only where its own mark still stands.
 */
final class GuidCache {

    /** How long a GUID that was found is answered from here. */
    static final Duration POSITIVE_LIFETIME = Duration.ofSeconds(5);

    /** How long a GUID that was not found is answered from here. */
    static final Duration NEGATIVE_LIFETIME = Duration.ofSeconds(1);

    /** The most GUIDs that are held: some 20 MB. */
    static final int MAX_ENTRIES = 100_000;

    private final Cache<Guid, Entry> entries;

    /** What is held for a GUID. */
    private sealed interface Entry {
        /** A read is under way. Each is equal to itself alone. */
        final class Loading implements Entry {}

        /** A read gave this. */
        record Loaded(Optional<GuidRegistration> registration) implements Entry {}
    }

    GuidCache(Ticker ticker) {
        entries = Caffeine.newBuilder()
                .maximumSize(MAX_ENTRIES)
                .expireAfter(new Lifetimes())
                .ticker(ticker)
                // On the caller's thread: a process that may be frozen has no others.
                .executor(Runnable::run)
                .build();
    }

    /**
     * Answers from memory, or from the store and keeps the answer.
     *
     * @param guid the GUID
     * @param load reads it from the store
     * @return the GUID as of at most {@link #POSITIVE_LIFETIME} ago, expired or not; empty where it was not there
     */
    Optional<GuidRegistration> find(Guid guid, Function<Guid, Optional<GuidRegistration>> load) {
        Entry.Loading mark = new Entry.Loading();
        Entry present = entries.asMap().putIfAbsent(guid, mark);
        if (present instanceof Entry.Loaded(Optional<GuidRegistration> registration)) {
            return registration;
        }
        if (present != null) {
            return load.apply(guid);
        }
        try {
            Optional<GuidRegistration> loaded = load.apply(guid);
            entries.asMap().replace(guid, mark, new Entry.Loaded(loaded));
            return loaded;
        } finally {
            entries.asMap().remove(guid, mark);
        }
    }

    /**
     * Drops what is held for a GUID. To be called after the commit of a write and before it is acknowledged, and also where
     * its outcome is not known.
     *
     * @param guid the GUID
     */
    void forget(Guid guid) {
        entries.invalidate(guid);
    }

    /** How many GUIDs are held, once what has to go is gone. */
    long size() {
        entries.cleanUp();
        return entries.estimatedSize();
    }

    /** Counts from the beginning of the read, because what a slow read gives is old already. */
    private static final class Lifetimes implements Expiry<Guid, Entry> {

        private static final long DIFFERENCE =
                POSITIVE_LIFETIME.minus(NEGATIVE_LIFETIME).toNanos();

        @Override
        public long expireAfterCreate(Guid guid, Entry mark, long now) {
            return POSITIVE_LIFETIME.toNanos();
        }

        @Override
        public long expireAfterUpdate(Guid guid, Entry entry, long now, long left) {
            return switch (entry) {
                case Entry.Loading mark -> left;
                case Entry.Loaded(Optional<GuidRegistration> registration) ->
                    registration.isPresent() ? left : Math.max(0, left - DIFFERENCE);
            };
        }

        @Override
        public long expireAfterRead(Guid guid, Entry entry, long now, long left) {
            return left;
        }
    }
}
