package dev.rollcall.rsvp.event;

import dev.rollcall.error.InvalidInputException;
import dev.rollcall.port.StoredValues;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The time zone of an event, by its name in the IANA database.
 *
 * @param name the name as it was given
 * @param id the zone whose rules hold; under another name where Java does not know the given one
 */
public record EventZone(String name, ZoneId id) {

    /**
     * Read once, because the JDK copies the set for each caller; and first, because the constant below needs it. A library
     * on the class path may have brought zones of its own, which another server, or the same one tomorrow, does not know.
     */
    private static final Set<String> NAMES = ZoneId.getAvailableZoneIds().stream()
            .filter(name -> name.indexOf('~') < 0)
            .collect(Collectors.toUnmodifiableSet());

    /**
     * The names of the database that Java leaves out, with the zones that the database's file {@code backward} links them to.
     * The one that is not here is {@code Factory}, which means that no zone was set.
     */
    private static final Map<String, String> LINKS = Map.of(
            "EST", "America/Panama",
            "MST", "America/Phoenix",
            "HST", "Pacific/Honolulu",
            "ROC", "Asia/Taipei",
            "GMT+0", "Etc/GMT",
            "GMT-0", "Etc/GMT");

    /** The zone of an event that names none. */
    public static final EventZone UTC = of("UTC");

    /** Checks that the name is one of the database, and that the zone is the one it names. */
    public EventZone {
        if (!StoredValues.areTrusted() && !id.getId().equals(javaName(name))) {
            throw unknown(name);
        }
    }

    /**
     * Finds a zone.
     *
     * @param name its name, such as {@code Europe/Berlin}; case-sensitive
     * @return the zone
     * @throws InvalidInputException where the database has no zone of that name
     */
    public static EventZone of(String name) {
        return new EventZone(name, ZoneId.of(javaName(name)));
    }

    /**
     * The zone of a stored event. A name that this Java does not know, because another version of the database has brought or
     * taken it, keeps the offset that the event starts at.
     *
     * @param name the stored name
     * @param start the stored start
     * @return the zone
     */
    public static EventZone stored(String name, EventTime start) {
        if (NAMES.contains(name) || LINKS.containsKey(name)) {
            return of(name);
        }
        Duration offset =
                Duration.between(start.instant().atOffset(ZoneOffset.UTC).toLocalDateTime(), start.local());
        return StoredValues.trust(() -> new EventZone(name, ZoneOffset.ofTotalSeconds((int) offset.toSeconds())));
    }

    /** The zone's name. */
    @Override
    public String toString() {
        return name;
    }

    private static String javaName(String name) {
        if (NAMES.contains(name)) {
            return name;
        }
        String link = LINKS.get(name);
        if (link == null) {
            throw unknown(name);
        }
        return link;
    }

    private static InvalidInputException unknown(String name) {
        String shown = name.length() > 64 ? name.substring(0, 64) + "…" : name;
        String example =
                NAMES.stream().filter(name::equalsIgnoreCase).findFirst().orElse("Europe/Berlin");
        return new InvalidInputException(
                "must be a zone of the IANA database such as " + example + ", not '" + shown + "'");
    }
}
