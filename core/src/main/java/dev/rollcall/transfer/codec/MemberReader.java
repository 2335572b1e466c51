package dev.rollcall.transfer.codec;

import dev.rollcall.error.InvalidInputException;
import dev.rollcall.error.Violation;
import dev.rollcall.error.Violation.Place;
import dev.rollcall.port.Revision;
import dev.rollcall.rsvp.event.EventId;
import dev.rollcall.rsvp.event.InvitationId;
import dev.rollcall.rsvp.event.InvitationKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Takes a portable form apart, and collects all that is wrong with it. Not thread-safe. */
final class MemberReader {

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    /** Those that nobody has asked for yet. */
    private final Map<String, String> unread;

    private final List<Violation> violations = new ArrayList<>();

    MemberReader(Members members) {
        unread = new TreeMap<>(members.values());
    }

    /** A member that must be there; empty where it is not, or where it is wrong. */
    <T> Optional<T> required(String name, Function<String, T> parser) {
        if (!unread.containsKey(name)) {
            violations.add(new Violation(Place.member(name), "is required"));
        }
        return optional(name, parser);
    }

    /** A member that may be absent; empty also where it is wrong. */
    <T> Optional<T> optional(String name, Function<String, T> parser) {
        String text = unread.remove(name);
        try {
            return Optional.ofNullable(text).map(parser);
        } catch (InvalidInputException broken) {
            broken.violations().forEach(violation -> violations.add(violation.within(Place.member(name))));
            return Optional.empty();
        }
    }

    Optional<Instant> instant(String name) {
        return required(name, Moments::instant);
    }

    Optional<Integer> integer(String name) {
        return required(name, MemberReader::integerOf);
    }

    <E extends Enum<E>> Optional<E> constant(String name, Class<E> type) {
        return oneOf(name, List.of(type.getEnumConstants()), Enum::name);
    }

    /** One of some values, by its name in lower case. */
    <T> Optional<T> oneOf(String name, List<T> values, Function<T, String> nameOf) {
        Map<String, T> byName = new LinkedHashMap<>();
        values.forEach(value -> byName.put(nameOf.apply(value).toLowerCase(Locale.ROOT), value));
        return required(
                name,
                text -> Optional.ofNullable(byName.get(text))
                        .orElseThrow(() ->
                                new InvalidInputException("must be one of " + String.join(", ", byName.keySet()))));
    }

    /** A value that several members make together; their fault is one of the named member. */
    <T> Optional<T> together(String name, Supplier<T> maker) {
        try {
            return Optional.of(maker.get());
        } catch (InvalidInputException broken) {
            broken.violations().forEach(violation -> violations.add(violation.within(Place.member(name))));
            return Optional.empty();
        }
    }

    Optional<InvitationKey> invitation() {
        Optional<EventId> event = required("event_id", EventId::new);
        Optional<InvitationId> id = required("invitation_id", InvitationId::new);
        return event.flatMap(to -> id.map(which -> new InvitationKey(to, which)));
    }

    /** The hash of a secret. */
    Optional<String> hash() {
        return required("hash", MemberReader::hashOf);
    }

    Optional<Revision> revision() {
        Optional<Instant> createdAt = instant("created_at");
        Optional<Long> count = required("revision", MemberReader::countOf);
        return createdAt.flatMap(moment -> count.map(number -> new Revision(moment, number)));
    }

    /** The moment of the last write, which no creation comes after. */
    Optional<Instant> updatedAt(Optional<Revision> revision) {
        return required("updated_at", text -> {
            Instant updatedAt = Moments.instant(text);
            if (revision.isPresent() && updatedAt.isBefore(revision.get().createdAt())) {
                throw new InvalidInputException("must not lie before created_at");
            }
            return updatedAt;
        });
    }

    /** Ends the reading: after it every required member has a value. */
    void requireValid() {
        unread.keySet()
                .forEach(name -> violations.add(
                        new Violation(Place.member(name), "is not a member that this version of Rollcall knows")));
        if (!violations.isEmpty()) {
            throw new InvalidInputException(violations);
        }
    }

    static String hashOf(String text) {
        if (!HASH.matcher(text).matches()) {
            throw new InvalidInputException("must be a SHA-256 of 64 lower-case hexadecimal digits");
        }
        return text;
    }

    static int integerOf(String text) {
        return (int) whole(text, 0, Integer.MAX_VALUE);
    }

    static long countOf(String text) {
        return whole(text, 1, Long.MAX_VALUE);
    }

    static boolean flag(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new InvalidInputException("must be true or false");
        };
    }

    private static long whole(String text, long min, long max) {
        try {
            long number = Long.parseLong(text);
            if (number >= min && number <= max && Long.toString(number).equals(text)) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // Refused below, as one out of range is.
        }
        throw new InvalidInputException("must be a whole number from " + min + " to " + max);
    }
}
