package dev.rollcall.port;

import dev.rollcall.error.StoreFailureException;
import java.util.function.Supplier;

/**
 * Trust in values that a store gives back. The rules for input change from version to version; what is stored was right when it
 * was written, and stays readable. So a value that is made within {@link #read} or {@link #trust} is not held against the rules
 * for input. Only stores, the transfer between them and cursors, which carry stored keys, make values that way.
 *
 * <p>Thread-safe; the trust is the calling thread's alone and ends with the call.
 */
public final class StoredValues {

    private static final ThreadLocal<Boolean> TRUSTED = ThreadLocal.withInitial(() -> false);

    private StoredValues() {}

    /**
     * Reads one record of a store.
     *
     * @param table the table it is in
     * @param key the key it has there; no secret and no address, since logs name it
     * @param reading makes values of the record
     * @param <T> what the record is
     * @return what was read
     * @throws StoreFailureException where the record can't be read, naming table and key
     */
    public static <T> T read(String table, Object key, Supplier<T> reading) {
        try {
            return trust(reading);
        } catch (RuntimeException unreadable) {
            throw unreadable(table, key, unreadable);
        }
    }

    /**
     * Makes values without the rules for input.
     *
     * @param making makes the values; must not keep others waiting, and must not read input
     * @param <T> what is made
     * @return what was made
     */
    public static <T> T trust(Supplier<T> making) {
        if (areTrusted()) {
            return making.get();
        }
        TRUSTED.set(true);
        try {
            return making.get();
        } finally {
            // Not removed: the next row would have to make the entry again.
            TRUSTED.set(false);
        }
    }

    /**
     * Whether this thread makes values of a store at the moment, for which the rules for input do not hold.
     *
     * @return true within {@link #read} and {@link #trust}
     */
    public static boolean areTrusted() {
        return TRUSTED.get();
    }

    /**
     * The failure of a record that can't be read.
     *
     * @param table the table it is in
     * @param key the key it has there
     * @param cause the failure; its text, which may quote the record, is left out
     * @return the failure, which names table and key
     */
    public static StoreFailureException unreadable(String table, Object key, RuntimeException cause) {
        return StoreFailureException.ofRecord(table, key, cause);
    }
}
