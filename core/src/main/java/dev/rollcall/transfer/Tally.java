package dev.rollcall.transfer;

import dev.rollcall.transfer.codec.Members;
import java.math.BigInteger;
import java.util.stream.IntStream;

/**
 * Counts things and sums up their contents, in any order: two places with the same things have the same
 * tally, and two with the same tally have the same things as surely as SHA-256 tells things apart. Things fall into buckets
 * by their ids, so that a difference can be looked for in a part of them. Not thread-safe.
 */
public final class Tally {

    private static final int BUCKETS = 1024;
    private static final int SUM_BITS = 256;

    private final long[] counts = new long[BUCKETS];
    private final BigInteger[] sums =
            IntStream.range(0, BUCKETS).mapToObj(i -> BigInteger.ZERO).toArray(BigInteger[]::new);

    /** A tally of nothing. */
    public Tally() {}

    /**
     * Adds a thing.
     *
     * @param id the id of the thing
     * @param digest the {@linkplain Members#digest digest} of its portable form
     */
    public void add(String id, byte[] digest) {
        int bucket = bucket(id);
        counts[bucket]++;
        sums[bucket] = modulo(sums[bucket].add(new BigInteger(1, digest)));
    }

    /**
     * Returns the number of things.
     *
     * @return the count
     */
    public long count() {
        return IntStream.range(0, BUCKETS).mapToLong(i -> counts[i]).sum();
    }

    /**
     * Returns the sum of their digests, modulo 2 to the 256th.
     *
     * @return 64 hexadecimal digits
     */
    public String checksum() {
        BigInteger sum = BigInteger.ZERO;
        for (BigInteger part : sums) {
            sum = sum.add(part);
        }
        String digits = modulo(sum).toString(16);
        return "0".repeat(SUM_BITS / 4 - digits.length()) + digits;
    }

    /**
     * Whether another tally is of the same things.
     *
     * @param other the other one
     * @return whether counts and sums agree, bucket by bucket
     */
    public boolean matches(Tally other) {
        return IntStream.range(0, BUCKETS).allMatch(i -> matches(other, i));
    }

    /** The buckets in which another tally differs, of those whose things together are not too many; one at the least. */
    boolean[] differences(Tally other, long maxThings) {
        boolean[] chosen = new boolean[BUCKETS];
        long things = 0;
        for (int i = 0; i < BUCKETS && things < maxThings; i++) {
            if (!matches(other, i)) {
                chosen[i] = true;
                things += counts[i] + other.counts[i];
            }
        }
        return chosen;
    }

    /** Whether these buckets are all in which another tally differs. */
    boolean differsOnlyIn(boolean[] buckets, Tally other) {
        return IntStream.range(0, BUCKETS).allMatch(i -> buckets[i] || matches(other, i));
    }

    /** The bucket of an id, the same on every machine. */
    static int bucket(String id) {
        byte[] hash = Members.sha256(id);
        return (hash[0] & 0xFF) << 2 | (hash[1] & 0xFF) >>> 6;
    }

    private boolean matches(Tally other, int bucket) {
        return counts[bucket] == other.counts[bucket] && sums[bucket].equals(other.sums[bucket]);
    }

    private static BigInteger modulo(BigInteger sum) {
        return sum.mod(BigInteger.ONE.shiftLeft(SUM_BITS));
    }
}
