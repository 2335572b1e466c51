package dev.rollcall.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which media types a client takes (RFC 9110 section 12.5.1). Parameters other than {@code q} and what is not well-formed
 * are passed over.
 */
final class Accept {

    private static final Accept ANYTHING = new Accept(List.of(new Range("*", "*", 1000)));

    private final List<Range> ranges;

    private Accept(List<Range> ranges) {
        this.ranges = ranges;
    }

    /** A range of media types, and how welcome it is: 0 to 1000. */
    private record Range(String type, String subtype, int quality) {

        /** How exactly this names a type: 0 where it does not, 3 where it names it alone. */
        int precision(String offeredType, String offeredSubtype) {
            if (type.equals("*")) {
                return 1;
            }
            if (!type.equals(offeredType)) {
                return 0;
            }
            if (subtype.equals("*")) {
                return 2;
            }
            return subtype.equals(offeredSubtype) ? 3 : 0;
        }
    }

    /** Reads the fields of a request; without any, everything is taken. */
    static Accept parse(List<String> fields) {
        String value = String.join(",", fields);
        if (value.isBlank() || value.equals("*/*")) {
            return ANYTHING;
        }
        List<Range> ranges = new ArrayList<>();
        for (String element : value.split(",", -1)) {
            range(element.strip().toLowerCase(Locale.ROOT)).ifPresent(ranges::add);
        }
        return new Accept(ranges);
    }

    /**
     * Chooses what to answer with.
     *
     * @param offered the media types that there are, the preferred one first
     * @return the most welcome of them; empty where none is
     */
    Optional<String> best(List<String> offered) {
        String best = "";
        int bestQuality = 0;
        for (String mediaType : offered) {
            int quality = quality(mediaType);
            if (quality > bestQuality) {
                best = mediaType;
                bestQuality = quality;
            }
        }
        return bestQuality == 0 ? Optional.empty() : Optional.of(best);
    }

    private int quality(String mediaType) {
        int slash = mediaType.indexOf('/');
        int precision = 0;
        int quality = 0;
        for (Range range : ranges) {
            int here = range.precision(mediaType.substring(0, slash), mediaType.substring(slash + 1));
            if (here > precision || (here == precision && here > 0 && range.quality() > quality)) {
                precision = here;
                quality = range.quality();
            }
        }
        return quality;
    }

    private static Optional<Range> range(String element) {
        String[] parts = element.split(";", -1);
        String name = parts[0].strip();
        int slash = name.indexOf('/');
        if (slash < 1 || slash == name.length() - 1) {
            return Optional.empty();
        }
        int quality = 1000;
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip();
            if (parameter.startsWith("q=")) {
                quality = quality(parameter, 2);
            }
        }
        return quality < 0
                ? Optional.empty()
                : Optional.of(new Range(name.substring(0, slash), name.substring(slash + 1), quality));
    }

    /** Reads 0 to 1 with up to three digits after the point as thousandths; -1 where it isn't that. */
    private static int quality(String text, int from) {
        int length = text.length() - from;
        boolean wellFormed = length >= 1 && length <= 5 && (length == 1 || text.charAt(from + 1) == '.');
        int thousandths = 0;
        int weight = 1000;
        for (int i = from; i < text.length() && wellFormed; i++) {
            if (i != from + 1) {
                char digit = text.charAt(i);
                wellFormed = digit >= '0' && digit <= '9';
                thousandths += (digit - '0') * weight;
                weight /= 10;
            }
        }
        return wellFormed && thousandths <= 1000 ? thousandths : -1;
    }
}
