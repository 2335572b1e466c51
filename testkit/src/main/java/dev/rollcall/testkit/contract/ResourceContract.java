package dev.rollcall.testkit.contract;

import dev.rollcall.port.Revisioned;
import dev.rollcall.testkit.fixture.Fresh;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the contracts of single verbs must know of the things that a port keeps. */
interface ResourceContract<T extends Revisioned, K> extends StoreContract {

    /** A moment at which every GUID made by {@link #fresh} is alive. */
    Instant NOW = Instant.parse("2031-05-01T18:00:00.123456Z");

    /**
     * Moments at which stores are known to falter: the first and the last, single microseconds, and, for a process in the
     * zone America/New_York, wall times that are leapt over or come twice.
     */
    List<Instant> AWKWARD_MOMENTS = List.of(
            Instant.EPOCH,
            Instant.parse("1970-01-01T00:00:00.000001Z"),
            Instant.parse("1999-12-31T23:59:59.999999Z"),
            Instant.parse("2031-03-09T02:30:00.000001Z"),
            Instant.parse("2031-03-09T07:30:00.123456Z"),
            Instant.parse("2031-11-02T01:30:00.999999Z"),
            Instant.parse("2031-11-02T05:30:00.100000Z"),
            Instant.parse("2031-11-02T06:30:00.100000Z"),
            Instant.parse("9999-12-31T23:59:59.999999Z"));

    /** What kind of thing it is, as exceptions name it. */
    String resource();

    /** A thing that nobody has stored yet, at its first revision, with a random id. */
    T fresh(Instant createdAt);

    /** Stores a thing that nobody has stored yet. */
    T store(T thing);

    /** The thing with random changes where it has anything to change, at its next revision. */
    T successorOf(T thing);

    K idOf(T thing);

    /** A thing's id as exceptions name it. */
    default String nameOf(K id) {
        return id.toString();
    }

    Optional<T> lookUp(K id);

    default T fresh() {
        return fresh(Fresh.instant());
    }

    default T stored() {
        return store(fresh());
    }
}
