package dev.rollcall.testkit.rsvp.invitation;

import dev.rollcall.rsvp.event.Event;
import dev.rollcall.rsvp.event.EventChange;
import dev.rollcall.rsvp.event.EventStatus;
import dev.rollcall.rsvp.event.EventTimeInput;
import dev.rollcall.rsvp.event.WaitlistPolicy;
import dev.rollcall.rsvp.user.UserId;
import dev.rollcall.testkit.fixture.Fresh;
import dev.rollcall.value.Change;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What organizers change of an event to which guests are invited. */
public final class EventChanges {

    private EventChanges() {}

    /** A new event of which little is said. */
    static EventChange party(UserId organizer, Instant start, Optional<Integer> capacity, WaitlistPolicy waitlist) {
        return new EventChange(
                Change.set("Party " + Fresh.word()),
                Change.keep(),
                Change.keep(),
                Change.set(organizer),
                at(start),
                Change.keep(),
                Change.keep(),
                Change.keep(),
                capacity.<Change<Integer>>map(Change::set).orElseGet(Change::keep),
                Change.set(waitlist),
                Change.keep(),
                Change.keep(),
                Change.keep());
    }

    /**
     * Returns a change of the capacity.
     *
     * @param seats how many seats there are from then on
     * @return the change
     */
    public static EventChange capacity(int seats) {
        return changing(Change.keep(), Change.set(seats), Change.keep(), Change.keep());
    }

    /**
     * Returns a change that cancels the event.
     *
     * @return the change
     */
    public static EventChange cancelled() {
        return changing(Change.keep(), Change.keep(), Change.keep(), Change.set(EventStatus.CANCELLED));
    }

    /**
     * Returns a change to a later start.
     *
     * @param event the event as it is
     * @param later by how much
     * @return the change
     */
    public static EventChange laterStart(Event event, Duration later) {
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
