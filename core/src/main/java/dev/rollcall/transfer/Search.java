package dev.rollcall.transfer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Finds the things in which two places differ: reads both again, and looks closely at those buckets whose tallies differ, or
 * at the first of them where they hold more than memory should.
 */
final class Search {

    private static final long MAX_THINGS = 200_000;

    private final Source source;
    private final Source target;
    private final TransferListener observer;
    private final Instant now;
    private final Finds missing = new Finds();
    private final Finds extra = new Finds();
    private final Finds changed = new Finds();
    private final Finds repeated = new Finds();
    private long read;

    Search(Source source, Source target, TransferListener observer, Instant now) {
        this.source = source;
        this.target = target;
        this.observer = observer;
        this.now = now;
    }

    <T> Difference run(RecordType<T> feature, Tally expected, Tally there) {
        boolean[] buckets = expected.differences(there, MAX_THINGS);
        Map<String, byte[]> sought = new LinkedHashMap<>();
        Verification.each(source, feature, now, (id, digest) -> {
            advance(feature);
            if (buckets[Tally.bucket(id)] && sought.put(id, digest) != null) {
                repeated.add(id);
            }
        });
        Verification.each(target, feature, now, (id, digest) -> {
            advance(feature);
            if (buckets[Tally.bucket(id)]) {
                meet(id, digest, sought.remove(id));
            }
        });
        sought.keySet().forEach(missing::add);
        observer.finished(TransferListener.Phase.SEARCHING, feature, read);
        return new Difference(
                missing.count,
                extra.count,
                changed.count,
                repeated.count,
                missing.first,
                extra.first,
                changed.first,
                repeated.first,
                expected.differsOnlyIn(buckets, there));
    }

    private void meet(String id, byte[] digest, byte @Nullable [] expected) {
        if (expected == null) {
            extra.add(id);
        } else if (!Arrays.equals(digest, expected)) {
            changed.add(id);
        }
    }

    private void advance(RecordType<?> feature) {
        read++;
        observer.advanced(TransferListener.Phase.SEARCHING, feature, read, OptionalDouble.empty());
    }

    /** Counts ids, and keeps the first few. */
    private static final class Finds {

        private final List<String> first = new ArrayList<>();
        private long count;

        void add(String id) {
            count++;
            if (first.size() < Difference.MAX_IDS) {
                first.add(id);
            }
        }
    }
}
