package dev.rollcall.rest.http;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/** The weight of a preference of a client (RFC 9110 section 12.4.2), in thousandths. */
final class Weight {

    /** The most welcome, which is also what no weight means. */
    static final int MOST = 1000;

    /** The least that still is welcome. */
    private static final int LEAST = 1;

    private static final Pattern WELL_FORMED = Pattern.compile("0(?:\\.[0-9]{0,3})?|1(?:\\.0{0,3})?");
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,9}[.,]?[0-9]{0,9}|[.,][0-9]{1,9}");

    private Weight() {}

    /**
     * Reads a weight.
     *
     * @param text the text after {@code q=}
     * @return 0 to 1000. Only a well-formed weight is 0: what cannot be read is 1000, and what comes close to a weight, such as
     *     {@code .2}, is the nearest one that excludes nothing
     */
    static int parse(String text) {
        String bare = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")
                ? text.substring(1, text.length() - 1).strip()
                : text;
        if (!DECIMAL.matcher(bare).matches()) {
            return MOST;
        }
        BigDecimal number = new BigDecimal(bare.replace(',', '.')).min(BigDecimal.ONE);
        int thousandths =
                number.movePointRight(3).setScale(0, RoundingMode.HALF_UP).intValue();
        return WELL_FORMED.matcher(text).matches() ? thousandths : Math.max(LEAST, thousandths);
    }
}
