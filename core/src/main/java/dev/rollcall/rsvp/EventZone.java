package dev.rollcall.rsvp;

import dev.rollcall.InvalidInputException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The time zone of an event, by its name in the IANA database.
 *
 * @param id the zone
 */
public record EventZone(ZoneId id) {

    /**
     * Asked for once, because the JDK copies the set for each who asks; and first, because the constant below needs it. A library
     * on the class path may have brought zones of its own, which another server, or the same one tomorrow, does not know.
     */
    private static final Set<String> NAMES = ZoneId.getAvailableZoneIds().stream()
            .filter(name -> name.indexOf('~') < 0)
            .collect(Collectors.toUnmodifiableSet());

    /** The zone of an event that names none. */
    public static final EventZone UTC = new EventZone(ZoneId.of("UTC"));

    /** Checks that the zone is one of the database, not an offset. */
    public EventZone {
        if (id instanceof ZoneOffset || !NAMES.contains(id.getId())) {
            throw unknown(id.getId());
        }
    }

    /**
     * Finds a zone.
     *
     * @param name its name, such as {@code Europe/Berlin}
     * @return the zone
     * @throws InvalidInputException where the database has no zone of that name
     */
    public static EventZone of(String name) {
        if (!NAMES.contains(name)) {
            throw unknown(name);
        }
        return new EventZone(ZoneId.of(name));
    }

    /** The zone's name. */
    @Override
    public String toString() {
        return id.getId();
    }

    private static InvalidInputException unknown(String name) {
        String shown = name.length() > 64 ? name.substring(0, 64) + "…" : name;
        return new InvalidInputException(
                "must be a zone of the IANA database such as Europe/Berlin, not '" + shown + "'");
    }
}
