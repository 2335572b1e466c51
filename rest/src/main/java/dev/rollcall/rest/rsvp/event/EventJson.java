package dev.rollcall.rest.rsvp.event;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.rollcall.rest.json.JsonWriter;
import dev.rollcall.rest.json.Times;
import dev.rollcall.rest.json.Words;
import dev.rollcall.rsvp.event.Event;
import dev.rollcall.rsvp.event.EventCounts;
import dev.rollcall.rsvp.event.EventDetails;
import dev.rollcall.rsvp.event.EventTime;
import dev.rollcall.rsvp.link.LinkToken;
import java.io.IOException;
import java.util.Optional;

/** Events as JSON. */
public final class EventJson {

    private EventJson() {}

    /**
     * Writes an event.
     *
     * @param json the generator to write to
     * @param event the event
     * @throws IOException if {@code json} throws it
     */
    public static void write(JsonGenerator json, Event event) throws IOException {
        json.writeStartObject();
        writeMembers(json, event);
        json.writeEndObject();
    }

    /** A new event, with the token of its organizer's page where there is one. */
    static JsonWriter<Event> withManageToken(Optional<LinkToken> token) {
        return (json, event) -> {
            json.writeStartObject();
            writeMembers(json, event);
            JsonWriter.writeText(json, "manage_token", token.map(LinkToken::value));
            json.writeEndObject();
        };
    }

    private static void writeMembers(JsonGenerator json, Event event) throws IOException {
        json.writeStringField("event_id", event.id().value());
        writeDetails(json, event.details());
        json.writeStringField("uid", event.uid());
        json.writeNumberField("sequence", event.sequence());
        writeCounts(json, event.counts());
        json.writeBooleanField("over_capacity", isOverCapacity(event));
        Times.write(json, "created_at", event.createdAt());
        Times.write(json, "updated_at", event.updatedAt());
    }

    private static boolean isOverCapacity(Event event) {
        return event.details()
                .capacity()
                .map(seats -> event.counts().seats() > seats)
                .orElse(false);
    }

    private static void writeDetails(JsonGenerator json, EventDetails details) throws IOException {
        json.writeStringField("title", details.title());
        JsonWriter.writeText(json, "description", details.description());
        JsonWriter.writeText(json, "location", details.location());
        json.writeStringField("organizer_id", details.organizerId().value());
        writeTimes(json, details);
        json.writeStringField("time_zone", details.timeZone().toString());
        json.writeBooleanField("all_day", details.allDay());
        JsonWriter.writeNumber(json, "capacity", details.capacity());
        json.writeStringField("waitlist", Words.of(details.waitlist()));
        JsonWriter.writeNumber(json, "party_limit", details.partyLimit());
        JsonWriter.writeText(json, "rsvp_deadline", details.rsvpDeadline().map(EventJson::instant));
        json.writeStringField("status", Words.of(details.status()));
    }

    private static void writeCounts(JsonGenerator json, EventCounts counts) throws IOException {
        json.writeObjectFieldStart("counts");
        json.writeNumberField("invited", counts.invited());
        json.writeNumberField("accepted", counts.accepted());
        json.writeNumberField("tentative", counts.tentative());
        json.writeNumberField("declined", counts.declined());
        json.writeNumberField("waitlisted", counts.waitlisted());
        json.writeNumberField("seats", counts.seats());
        json.writeEndObject();
    }

    /**
     * Writes the start and the end, each as an instant and by the clock of the event's zone.
     *
     * @param json the generator to write to
     * @param details the details of the event
     * @throws IOException if {@code json} throws it
     */
    public static void writeTimes(JsonGenerator json, EventDetails details) throws IOException {
        boolean days = details.allDay();
        EventTime start = details.startsAt();
        json.writeStringField("starts_at", instant(start));
        json.writeStringField(
                "starts_at_local", days ? start.local().toLocalDate().toString() : Times.format(start.local()));
        JsonWriter.writeText(json, "ends_at", details.endsAt().map(EventJson::instant));
        JsonWriter.writeText(
                json,
                "ends_at_local",
                details.endsAt().map(end -> days ? end.nextDay().toString() : Times.format(end.local())));
    }

    private static String instant(EventTime time) {
        return Times.format(time.instant());
    }

    /**
     * The seats that a new answer can get. Nobody overtakes those who wait.
     *
     * @param event the event
     * @return the number, 0 or more; empty if the event has no capacity
     */
    public static Optional<Integer> seatsLeft(Event event) {
        return event.details()
                .capacity()
                .map(seats -> event.counts().waitlisted() > 0
                        ? 0
                        : Math.max(0, seats - event.counts().seats()));
    }
}
