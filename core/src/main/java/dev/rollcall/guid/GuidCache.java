package dev.rollcall.guid;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;

/**
 * The GUIDs that were read last, and for a shorter while those that were not there. Thread-safe.
 *
 * <p>A write of another process is seen after at most {@link #POSITIVE_LIFETIME}. A write of this process is seen before it is
 * acknowledged, because every write {@linkplain #forget forgets} the entry after its commit. A read that began before such a
 * write cannot bring the old value back: it leaves a mark, loads without holding any lock, and stores what it loaded only if
 * its own mark is still there. Readers that find the mark of another one wait for its result, so that many readers of one GUID
 * cost the store one read.
 */
final class GuidCache {

    /** The time that a GUID that was found stays in the cache. */
    static final Duration POSITIVE_LIFETIME = Duration.ofSeconds(5);

    /** The time that the absence of a GUID stays in the cache. */
    static final Duration NEGATIVE_LIFETIME = Duration.ofSeconds(1);

    /** The most GUIDs that are held: some 35 MB, with the view of each. */
    static final int MAX_ENTRIES = 50_000;

    private final Cache<Guid, Entry> entries;
    private final Ticker ticker;

    /** What is held for a GUID. */
    private sealed interface Entry {

        /** A read is under way. Each is equal to itself alone. */
        final class Loading implements Entry {

            private final long began;
            private final CompletableFuture<Optional<CachedGuid>> result = new CompletableFuture<>();

            Loading(long began) {
                this.began = began;
            }
        }

        /** A read gave this. */
        record Loaded(Optional<CachedGuid> found) implements Entry {}
    }

    GuidCache(Ticker ticker) {
        this.ticker = ticker;
        entries = Caffeine.newBuilder()
                .maximumSize(MAX_ENTRIES)
                .expireAfter(new Lifetimes())
                .ticker(ticker)
                // On the caller's thread: a process that may be frozen has no others.
                .executor(Runnable::run)
                .build();
    }

    /**
     * Answers from memory, or from the store and keeps the answer. Callers that miss the same GUID together share one read. If
     * that read fails, it fails for the caller that made it; the others read for themselves.
     *
     * @param guid the GUID
     * @param load reads it from the store
     * @return the GUID as of at most {@link #POSITIVE_LIFETIME} ago, expired or not; empty if it was not there at most {@link
     *     #NEGATIVE_LIFETIME} ago
     */
    Optional<CachedGuid> find(Guid guid, Function<Guid, Optional<GuidRegistration>> load) {
        // Most readers find the GUID here. They leave no mark.
        Entry present = entries.getIfPresent(guid);
        if (present == null) {
            Entry.Loading mark = new Entry.Loading(ticker.read());
            present = entries.asMap().putIfAbsent(guid, mark);
            if (present == null) {
                return load(guid, mark, load);
            }
        }
        return switch (present) {
            case Entry.Loaded(Optional<CachedGuid> found) -> found;
            case Entry.Loading other -> await(other, guid, load);
        };
    }

    /**
     * Drops what is held for a GUID. To be called after the commit of a write and before it is acknowledged, and also if its
     * outcome is not known.
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

    private Optional<CachedGuid> load(Guid guid, Entry.Loading mark, Function<Guid, Optional<GuidRegistration>> load) {
        try {
            Optional<CachedGuid> found = load.apply(guid).map(CachedGuid::new);
            entries.asMap().replace(guid, mark, new Entry.Loaded(found));
            mark.result.complete(found);
            return found;
        } finally {
            entries.asMap().remove(guid, mark);
            // Has no effect unless the read failed.
            mark.result.cancel(false);
        }
    }

    private Optional<CachedGuid> await(
            Entry.Loading other, Guid guid, Function<Guid, Optional<GuidRegistration>> load) {
        boolean recent = ticker.read() - other.began < NEGATIVE_LIFETIME.toNanos();
        try {
            Optional<CachedGuid> found = other.result.get();
            if (recent || found.isPresent()) {
                return found;
            }
        } catch (CancellationException | ExecutionException failed) {
            // Its exception belongs to the other reader. The store may answer this one.
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return load.apply(guid).map(CachedGuid::new);
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
                case Entry.Loaded(Optional<CachedGuid> found) ->
                    found.isPresent() ? left : Math.max(0, left - DIFFERENCE);
            };
        }

        @Override
        public long expireAfterRead(Guid guid, Entry entry, long now, long left) {
            return left;
        }
    }
}
