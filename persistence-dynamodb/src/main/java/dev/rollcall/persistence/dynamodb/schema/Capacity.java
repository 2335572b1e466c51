package dev.rollcall.persistence.dynamodb.schema;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The capacity of a table and of each of its indexes per second.
 *
 * @param read read units; 0 read and 0 write units mean on demand, paid by the request
 * @param write write units
 */
record Capacity(long read, long write) {

    static final Capacity ON_DEMAND = new Capacity(0, 0);

    private static final Pattern UNITS = Pattern.compile("([1-9][0-9]{0,8}):([1-9][0-9]{0,8})");

    /** Reads {@code on-demand} or {@code READ:WRITE}. */
    static Capacity of(String text) {
        if (text.equals("on-demand")) {
            return ON_DEMAND;
        }
        Matcher units = UNITS.matcher(text);
        if (!units.matches()) {
            throw DynamoDbLocation.invalid(
                    "must say capacity=on-demand, or capacity=READ:WRITE with units per second, such as capacity=10:5");
        }
        return new Capacity(Long.parseLong(units.group(1)), Long.parseLong(units.group(2)));
    }

    boolean isOnDemand() {
        return equals(ON_DEMAND);
    }

    @Override
    public String toString() {
        return isOnDemand() ? "on-demand" : read + ":" + write;
    }
}
