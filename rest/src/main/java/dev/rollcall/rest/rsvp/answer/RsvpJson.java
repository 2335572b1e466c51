package dev.rollcall.rest.rsvp.answer;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.rollcall.rest.json.JsonWriter;
import dev.rollcall.rest.json.Times;
import dev.rollcall.rest.json.Words;
import dev.rollcall.rest.rsvp.event.EventJson;
import dev.rollcall.rsvp.event.Event;
import dev.rollcall.rsvp.event.EventDetails;
import dev.rollcall.rsvp.invitation.Invitation;
import dev.rollcall.rsvp.invitation.Rsvp;
import dev.rollcall.rsvp.user.UserName;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/** An invitation as JSON, for its guest: nothing of other guests, and nothing by which others' pages are found. */
final class RsvpJson {

    private RsvpJson() {}

    /** What came of an answer. */
    static void writeAnswer(JsonGenerator json, Rsvp rsvp) throws IOException {
        json.writeStartObject();
        writeStanding(json, rsvp);
        json.writeEndObject();
    }

    /** The whole invitation as it is at a moment. */
    static JsonWriter<Rsvp> at(Instant now) {
        return (json, rsvp) -> write(json, rsvp, now);
    }

    private static void write(JsonGenerator json, Rsvp rsvp, Instant now) throws IOException {
        Invitation invitation = rsvp.invitation();
        json.writeStartObject();
        writeEvent(json, rsvp, now);
        json.writeStringField("email", invitation.guest().email().typed());
        EventJson.writeText(json, "name", invitation.guest().name().map(UserName::value));
        EventJson.writeNumber(
                json,
                "party_limit",
                invitation.partyLimit().or(() -> rsvp.event().details().partyLimit()));
        EventJson.writeText(json, "message", invitation.message());
        writeStanding(json, rsvp);
        EventJson.writeText(json, "comment", invitation.answer().comment());
        EventJson.writeText(json, "answered_at", invitation.answeredAt().map(Times::format));
        json.writeBooleanField("awaited", invitation.isAwaited(rsvp.event()));
        json.writeEndObject();
    }

    private static void writeStanding(JsonGenerator json, Rsvp rsvp) throws IOException {
        Invitation invitation = rsvp.invitation();
        json.writeStringField("response", Words.of(invitation.answer().response()));
        json.writeStringField("standing", Words.of(invitation.standing()));
        json.writeNumberField("party_size", invitation.answer().partySize());
        EventJson.writeNumber(json, "waitlist_position", rsvp.position());
    }

    private static void writeEvent(JsonGenerator json, Rsvp rsvp, Instant now) throws IOException {
        Event event = rsvp.event();
        EventDetails details = event.details();
        json.writeObjectFieldStart("event");
        json.writeStringField("title", details.title());
        EventJson.writeText(json, "description", details.description());
        EventJson.writeText(json, "location", details.location());
        EventJson.writeText(json, "organizer", rsvp.organizer().name().map(UserName::value));
        EventJson.writeTimes(json, details);
        json.writeStringField("time_zone", details.timeZone().toString());
        json.writeBooleanField("all_day", details.allDay());
        json.writeStringField("status", Words.of(details.status()));
        json.writeStringField("closes_at", Times.format(event.closesAt()));
        json.writeBooleanField("open", event.isOpen(now));
        json.writeStringField("waitlist", Words.of(details.waitlist()));
        EventJson.writeNumber(json, "seats_left", seatsLeft(event));
        json.writeEndObject();
    }

    /** As many as somebody gets who answers now: nobody overtakes those who wait. */
    static Optional<Integer> seatsLeft(Event event) {
        return event.details()
                .capacity()
                .map(seats -> event.counts().waitlisted() > 0
                        ? 0
                        : Math.max(0, seats - event.counts().seats()));
    }
}
