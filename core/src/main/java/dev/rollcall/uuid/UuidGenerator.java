package dev.rollcall.uuid;

import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/**
 * Makes UUIDs of version 4 and 7 (RFC 9562). Thread-safe where its sources are.
 *
 * <p>Version 7 strictly increases within one generator, also when the clock stands still or steps back: the 12 bits
 * after the milliseconds are a counter (section 6.2, method 1) that starts at a random value in the lower half of its
 * range, and where it is used up the time is taken one millisecond ahead of the clock. The other 62 bits are fresh random
 * bits for each UUID, so that none can be guessed from another.
 */
public final class UuidGenerator {

    private static final int COUNTER_BITS = 12;
    private static final int COUNTER_SEED_BITS = COUNTER_BITS - 1;
    private static final long COUNTER_MASK = (1L << COUNTER_BITS) - 1;
    private static final long VERSION_7 = 0x7000L;
    private static final long VERSION_4 = 0x4000L;
    private static final long VARIANT = 1L << 63;

    private final InstantSource clock;
    private final RandomGenerator random;

    /** The last time and counter given out, as one number: 48 bits of milliseconds and 12 of counter. Negative at first. */
    private final AtomicLong last = new AtomicLong(-1);

    /**
     * A generator of its own order.
     *
     * @param clock tells the time of version 7
     * @param random a cryptographically strong source; thread-safe
     */
    public UuidGenerator(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    /**
     * Makes a UUID.
     *
     * @param version the version of UUID to make
     * @return a UUID that this generator has not made before
     */
    public Uuid next(UuidVersion version) {
        return switch (version) {
            case V4 -> random();
            case V7 -> timeOrdered();
        };
    }

    private Uuid random() {
        long high = random.nextLong();
        return new Uuid(new UUID((high & ~0xF000L) | VERSION_4, lowBits()));
    }

    private Uuid timeOrdered() {
        long now = (clock.millis() << COUNTER_BITS) | (random.nextLong() >>> (Long.SIZE - COUNTER_SEED_BITS));
        // Within one millisecond, or while the clock lags behind, the last value counts on; its carry is the next
        // millisecond.
        long tick = last.updateAndGet(before -> now >> COUNTER_BITS > before >> COUNTER_BITS ? now : before + 1);
        long high = (tick >>> COUNTER_BITS << 16) | VERSION_7 | (tick & COUNTER_MASK);
        return new Uuid(new UUID(high, lowBits()));
    }

    private long lowBits() {
        return (random.nextLong() >>> 2) | VARIANT;
    }
}
