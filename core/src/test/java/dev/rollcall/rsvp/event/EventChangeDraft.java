package dev.rollcall.rsvp.event;

import dev.rollcall.rsvp.user.UserId;
import dev.rollcall.value.Change;

/** A change that keeps what is not named. */
final class EventChangeDraft {

    Change<String> title = Change.keep();
    Change<String> description = Change.keep();
    Change<String> location = Change.keep();
    Change<UserId> organizer = Change.keep();
    Change<EventTimeInput> start = Change.keep();
    Change<EventTimeInput> end = Change.keep();
    Change<EventZone> zone = Change.keep();
    Change<Boolean> allDay = Change.keep();
    Change<Integer> capacity = Change.keep();
    Change<WaitlistPolicy> waitlist = Change.keep();
    Change<Integer> partyLimit = Change.keep();
    Change<EventTimeInput> deadline = Change.keep();
    Change<EventStatus> status = Change.keep();

    EventChangeDraft title(String text) {
        title = Change.set(text);
        return this;
    }

    EventChangeDraft organizer(String id) {
        organizer = Change.set(new UserId(id));
        return this;
    }

    EventChangeDraft start(String text) {
        start = Change.set(EventTimeInput.parse(text));
        return this;
    }

    EventChangeDraft end(String text) {
        end = Change.set(EventTimeInput.parse(text));
        return this;
    }

    EventChangeDraft deadline(String text) {
        deadline = Change.set(EventTimeInput.parse(text));
        return this;
    }

    EventChangeDraft zone(String name) {
        zone = Change.set(EventZone.of(name));
        return this;
    }

    EventChange change() {
        return new EventChange(
                title,
                description,
                location,
                organizer,
                start,
                end,
                zone,
                allDay,
                capacity,
                waitlist,
                partyLimit,
                deadline,
                status);
    }
}
