package dev.rollcall.testkit.rsvp.invitation;

import dev.rollcall.rsvp.event.Event;
import dev.rollcall.rsvp.event.EventChange;
import dev.rollcall.rsvp.event.EventStatus;
import dev.rollcall.rsvp.event.EventTimeInput;
import dev.rollcall.value.Change;
import java.time.Duration;
import java.time.Instant;

/** What organizers change of an event to which guests are invited. */
final class EventChanges {

    private EventChanges() {}

    static EventChange capacity(int seats) {
        return changing(Change.keep(), Change.set(seats), Change.keep(), Change.keep());
    }

    static EventChange cancelled() {
        return changing(Change.keep(), Change.keep(), Change.keep(), Change.set(EventStatus.CANCELLED));
    }

    static EventChange laterStart(Event event, Duration later) {
        Instant start = event.details().startsAt().instant();
        return changing(at(start.plus(later)), Change.keep(), Change.keep(), Change.keep());
    }

    static EventChange deadline(Event event, Duration beforeStart) {
        Instant start = event.details().startsAt().instant();
        return changing(Change.keep(), Change.keep(), at(start.minus(beforeStart)), Change.keep());
    }

    private static Change<EventTimeInput> at(Instant time) {
        return Change.set(new EventTimeInput.AtInstant(time));
    }

    private static EventChange changing(
            Change<EventTimeInput> start,
            Change<Integer> capacity,
            Change<EventTimeInput> deadline,
            Change<EventStatus> status) {
        return new EventChange(
                Change.keep(),
                Change.keep(),
                Change.keep(),
                Change.keep(),
                start,
                Change.keep(),
                Change.keep(),
                Change.keep(),
                capacity,
                Change.keep(),
                Change.keep(),
                deadline,
                status);
    }
}
