package dev.rollcall.rest.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The media types that a client accepts (RFC 9110 section 12.5.1). Parameters other than {@code q} are passed over. What is not
 * well-formed is read as what comes next to it, and excludes nothing: a slip in a field shuts no client out.
 */
public final class Accept {

    private static final Accept ANYTHING = new Accept(List.of(new Range("*", "*", Weight.MOST)), true);

    private final List<Range> ranges;
    private final boolean wellFormed;

    private Accept(List<Range> ranges, boolean wellFormed) {
        this.ranges = ranges;
        this.wellFormed = wellFormed;
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

    /**
     * Whether a client takes one of some media types.
     *
     * @param fields the values of the {@code Accept} fields
     * @param offered the media types that there are
     * @return whether it does
     */
    public static boolean takesOneOf(List<String> fields, List<String> offered) {
        // Most programs name the very type that there is.
        return (fields.size() == 1 && offered.contains(fields.getFirst()))
                || parse(fields).best(offered).isPresent();
    }

    /**
     * Reads the {@code Accept} fields of a request.
     *
     * @param fields the values of the fields; none accepts every media type
     * @return the media types that the client accepts
     */
    public static Accept parse(List<String> fields) {
        String value = fields.size() == 1 ? fields.getFirst() : String.join(",", fields);
        if (value.isBlank() || value.equals("*/*")) {
            return ANYTHING;
        }
        List<Range> ranges = new ArrayList<>();
        boolean wellFormed = true;
        for (String element : elements(value)) {
            Optional<Range> range = range(element);
            range.ifPresent(ranges::add);
            wellFormed &= range.isPresent() && isWellFormed(element);
        }
        return ranges.isEmpty() ? ANYTHING : new Accept(ranges, wellFormed);
    }

    /**
     * Chooses the media type of the response.
     *
     * @param offered the media types that there are, the preferred one first
     * @return the most welcome of them; empty where a well-formed field excludes them all
     */
    public Optional<String> best(List<String> offered) {
        String best = "";
        int bestQuality = 0;
        for (String mediaType : offered) {
            int quality = quality(mediaType);
            if (quality > bestQuality) {
                best = mediaType;
                bestQuality = quality;
            }
        }
        if (bestQuality == 0) {
            return wellFormed ? Optional.empty() : Optional.of(offered.getFirst());
        }
        return Optional.of(best);
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

    /** The elements of the list in lower case. A decimal comma, as in {@code q=0,5}, does not end one. */
    private static List<String> elements(String value) {
        List<String> elements = new ArrayList<>();
        for (String part : value.toLowerCase(Locale.ROOT).split(",", -1)) {
            String element = part.strip();
            if (!elements.isEmpty() && isDigits(element) && elements.getLast().matches(".*;\\s*q\\s*=\\s*[0-9]+")) {
                elements.add(elements.removeLast() + "," + element);
            } else if (!element.isEmpty()) {
                elements.add(element);
            }
        }
        return elements;
    }

    private static Optional<Range> range(String element) {
        String[] parts = element.split(";", -1);
        String name = parts[0].strip().split("\\s", 2)[0];
        int slash = name.equals("*") ? 1 : name.indexOf('/');
        if (slash < 1 || slash == name.length() - 1) {
            return Optional.empty();
        }
        int quality = Weight.MOST;
        for (int i = 1; i < parts.length; i++) {
            String[] parameter = parts[i].split("=", 2);
            if (parameter.length == 2 && parameter[0].strip().equals("q")) {
                quality = Weight.parse(parameter[1].strip());
            }
        }
        return Optional.of(
                name.equals("*")
                        ? new Range("*", "*", quality)
                        : new Range(name.substring(0, slash), name.substring(slash + 1), quality));
    }

    /** Whether an element has the form of a media range: no blanks in its name, and parameters with values. */
    private static boolean isWellFormed(String element) {
        String[] parts = element.split(";", -1);
        boolean wellFormed = parts[0].strip().chars().noneMatch(Character::isWhitespace) && parts[0].contains("/");
        for (int i = 1; i < parts.length; i++) {
            wellFormed &= parts[i].isBlank() || parts[i].contains("=");
        }
        return wellFormed;
    }

    private static boolean isDigits(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
