package dev.rollcall.rest.rsvp.event;

import dev.rollcall.rest.input.Input;
import dev.rollcall.rest.json.JsonObject;
import dev.rollcall.rest.json.JsonValue;
import dev.rollcall.rest.json.Words;
import dev.rollcall.rsvp.event.EventChange;
import dev.rollcall.rsvp.event.EventDetails;
import dev.rollcall.rsvp.event.EventStatus;
import dev.rollcall.rsvp.event.EventTimeInput;
import dev.rollcall.rsvp.event.EventZone;
import dev.rollcall.rsvp.event.WaitlistPolicy;
import dev.rollcall.rsvp.user.UserId;
import java.time.ZoneOffset;

/**
 * Reads the details of an event from a request. Each member is held against its own rules here, so that all faults are found at
 * once.
 */
final class EventInput {

    private final Input<String> title;
    private final Input<String> description;
    private final Input<String> location;
    private final Input<UserId> organizerId;
    private final Input<EventTimeInput> startsAt;
    private final Input<EventTimeInput> endsAt;
    private final Input<EventZone> timeZone;
    private final Input<Boolean> allDay;
    private final Input<Integer> capacity;
    private final Input<WaitlistPolicy> waitlist;
    private final Input<Integer> partyLimit;
    private final Input<EventTimeInput> rsvpDeadline;
    private final Input<EventStatus> status;

    private EventInput(JsonObject body, boolean isNew) {
        title = essential(body.text("title", EventDetails.TITLE::require), isNew);
        description = body.text("description", EventDetails.DESCRIPTION::require);
        location = body.text("location", EventDetails.LOCATION::require);
        organizerId = essential(body.text("organizer_id", UserId::new), isNew);
        startsAt = essential(body.text("starts_at", EventInput::time), isNew);
        endsAt = body.text("ends_at", EventInput::time);
        timeZone = body.text("time_zone", EventZone::of);
        allDay = body.member("all_day", JsonValue::bool);
        capacity = body.member(
                "capacity", given -> EventDetails.requireRange(given.integer(), 0, EventDetails.MAX_CAPACITY));
        waitlist = body.text("waitlist", text -> Words.parse(WaitlistPolicy.class, text));
        partyLimit = body.member(
                "party_limit", given -> EventDetails.requireRange(given.integer(), 1, EventDetails.MAX_PARTY));
        rsvpDeadline = body.text("rsvp_deadline", EventInput::time);
        status = body.text("status", text -> Words.parse(EventStatus.class, text));
    }

    /** Reads a new event: without title, organizer and start there is none. */
    static EventInput ofNew(JsonObject body) {
        return new EventInput(body, true);
    }

    /** Reads a change: what is not given stays, and title, organizer and start can't be taken away. */
    static EventInput ofChange(JsonObject body) {
        return new EventInput(body, false);
    }

    /** Returns the result; refuses the request where it has a fault. */
    EventChange change() {
        return new EventChange(
                title.change(),
                description.change(),
                location.change(),
                organizerId.change(),
                startsAt.change(),
                endsAt.change(),
                timeZone.change(),
                allDay.change(),
                capacity.change(),
                waitlist.change(),
                partyLimit.change(),
                rsvpDeadline.change(),
                status.change());
    }

    private static EventTimeInput time(String text) {
        EventTimeInput time = EventTimeInput.parse(text);
        if (time instanceof EventTimeInput.AtInstant) {
            // An instant is in bounds or not in any zone; a local time needs the zone to tell.
            time.in(ZoneOffset.UTC);
        }
        return time;
    }

    private static <T> Input<T> essential(Input<T> input, boolean isNew) {
        return isNew ? input.required() : input.notNull();
    }
}
