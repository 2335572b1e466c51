package dev.rollcall.transfer;

import dev.rollcall.port.Page;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;

/**
 * Reads two places in full and compares them, in memory that does not grow with them. What is written at the same time
 * shows as a difference.
 */
public final class Verification {

    private final Source source;
    private final Source target;
    private final TransferListener observer;
    private final Instant now;

    /**
     * A comparison of two places.
     *
     * @param source the one that should be the same
     * @param target the other
     * @param observer receives the progress
     * @param now the moment at which things are expired or not, in both
     */
    public Verification(Source source, Source target, TransferListener observer, Instant now) {
        this.source = source;
        this.target = target;
        this.observer = observer;
        this.now = now;
    }

    /**
     * Compares everything.
     *
     * @return what was found, feature by feature
     */
    public List<Comparison> run() {
        return RecordType.ALL.stream().<Comparison>map(this::compare).toList();
    }

    private <T> Comparison compare(RecordType<T> feature) {
        AtomicLong read = new AtomicLong();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Tally> here = threads.submit(() -> tally(source, feature, read));
            Tally there = tally(target, feature, read);
            Tally expected = Concurrently.await(here);
            observer.finished(TransferListener.Phase.COMPARING, feature, read.get());
            return new Comparison(feature, expected, there, search(feature, expected, there));
        }
    }

    private <T> Tally tally(Source place, RecordType<T> feature, AtomicLong read) {
        Tally tally = new Tally();
        each(place, feature, now, (id, digest) -> {
            tally.add(id, digest);
            long count = read.incrementAndGet();
            observer.advanced(TransferListener.Phase.COMPARING, feature, count, OptionalDouble.empty());
        });
        return tally;
    }

    private <T> Optional<Difference> search(RecordType<T> feature, Tally expected, Tally there) {
        return expected.matches(there)
                ? Optional.empty()
                : Optional.of(new Search(source, target, observer, now).run(feature, expected, there));
    }

    /** Reads all things of a kind. */
    static <T> void each(Source place, RecordType<T> feature, Instant now, BiConsumer<String, byte[]> action) {
        Optional<String> after = Optional.empty();
        do {
            Page<T, String> page = place.page(feature, after, now);
            page.items()
                    .forEach(thing -> action.accept(
                            feature.id(thing), feature.write(thing).digest()));
            after = page.next();
        } while (after.isPresent());
    }
}
