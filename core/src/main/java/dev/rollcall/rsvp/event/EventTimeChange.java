package dev.rollcall.rsvp.event;

import dev.rollcall.value.Change;
import java.util.Optional;

/**
 * The times of an event after a change.
 *
 * @param zone the zone after the change
 * @param moved whether the zone was another before
 * @param wasDays whether the times were whole days before
 * @param days whether they are whole days after it
 */
record EventTimeChange(EventZone zone, boolean moved, boolean wasDays, boolean days) {

    /** The time after the change; one that is kept stays on the wall where the zone changes. */
    Optional<EventTime> after(Change<EventTimeInput> change, Optional<EventTime> before) {
        return switch (change) {
            case Change.Keep<EventTimeInput>() -> before.map(this::kept);
            case Change.Set<EventTimeInput>(EventTimeInput given) -> Optional.of(placed(given));
            case Change.Clear<EventTimeInput>() -> Optional.empty();
        };
    }

    private EventTime kept(EventTime known) {
        if (!moved && days == wasDays) {
            return known;
        }
        if (days && wasDays && !known.isMidnight()) {
            // Stored before whole days had to start at midnight: not a fault of this change.
            return EventTime.of(known.local(), zone.id());
        }
        return placed(new EventTimeInput.OnTheWall(known.local()));
    }

    private EventTime placed(EventTimeInput given) {
        return days ? given.startOfDayIn(zone) : given.in(zone.id());
    }
}
