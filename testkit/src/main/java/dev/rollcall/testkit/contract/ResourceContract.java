package dev.rollcall.testkit.contract;

import dev.rollcall.port.Revisioned;
import dev.rollcall.testkit.fixture.Fresh;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the contracts of single verbs must know of the things that a port keeps.
 *
 * @param <T> the kind of thing
 * @param <K> its id
 */
public interface ResourceContract<T extends Revisioned, K> extends StoreContract {

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

    /**
     * Returns the kind of thing, as exceptions name it.
     *
     * @return the name
     */
    String resource();

    /**
     * Returns a thing that nobody has stored yet, with a random id.
     *
     * @param createdAt when it is made
     * @return the thing, at its first revision
     */
    T fresh(Instant createdAt);

    /**
     * Stores a thing that nobody has stored yet.
     *
     * @param thing the thing
     * @return the thing as it is stored
     */
    T store(T thing);

    /**
     * Returns a thing's next state, with random changes where it has anything to change.
     *
     * @param thing the thing
     * @return the thing at its next revision
     */
    T successorOf(T thing);

    /**
     * Returns a thing's id.
     *
     * @param thing the thing
     * @return its id
     */
    K idOf(T thing);

    /**
     * Returns a thing's id as exceptions name it.
     *
     * @param id the id
     * @return its name
     */
    default String nameOf(K id) {
        return id.toString();
    }

    /**
     * Reads a thing from the port.
     *
     * @param id its id
     * @return the thing; empty where there is none
     */
    Optional<T> lookUp(K id);

    /**
     * Returns a thing that nobody has stored yet, made at a random moment.
     *
     * @return the thing, at its first revision
     */
    default T fresh() {
        return fresh(Fresh.instant());
    }

    /**
     * Stores a fresh thing.
     *
     * @return the thing as it is stored
     */
    default T stored() {
        return store(fresh());
    }
}
