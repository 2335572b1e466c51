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

/** An invitation as JSON, for its guest: nothing of other guests, and nothing by which others' pages are found. */
public final class RsvpJson {

    private RsvpJson() {}

    /**
     * Writes what became of an answer.
     *
     * @param json the generator to write to
     * @param rsvp the invitation after the answer
     * @throws IOException if {@code json} throws it
     */
    public static void writeAnswer(JsonGenerator json, Rsvp rsvp) throws IOException {
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
        JsonWriter.writeText(json, "name", invitation.guest().name().map(UserName::value));
        JsonWriter.writeNumber(
                json,
                "party_limit",
                invitation.partyLimit().or(() -> rsvp.event().details().partyLimit()));
        JsonWriter.writeText(json, "message", invitation.message());
        writeStanding(json, rsvp);
        JsonWriter.writeText(json, "comment", invitation.answer().comment());
        JsonWriter.writeText(
                json, "answered_at", invitation.reply().answeredAt().map(Times::format));
        json.writeBooleanField("awaited", invitation.isAwaited(rsvp.event()));
        json.writeEndObject();
    }

    private static void writeStanding(JsonGenerator json, Rsvp rsvp) throws IOException {
        Invitation invitation = rsvp.invitation();
        json.writeStringField("response", Words.of(invitation.answer().response()));
        json.writeStringField("standing", Words.of(invitation.standing()));
        json.writeNumberField("party_size", invitation.answer().partySize());
        JsonWriter.writeNumber(json, "waitlist_position", rsvp.position());
    }

    private static void writeEvent(JsonGenerator json, Rsvp rsvp, Instant now) throws IOException {
        Event event = rsvp.event();
        EventDetails details = event.details();
        json.writeObjectFieldStart("event");
        json.writeStringField("title", details.title());
        JsonWriter.writeText(json, "description", details.description());
        JsonWriter.writeText(json, "location", details.location());
        JsonWriter.writeText(json, "organizer", rsvp.organizer().name().map(UserName::value));
        EventJson.writeTimes(json, details);
        json.writeStringField("time_zone", details.timeZone().toString());
        json.writeBooleanField("all_day", details.allDay());
        json.writeStringField("status", Words.of(details.status()));
        Times.write(json, "closes_at", event.closesAt());
        json.writeBooleanField("open", event.isOpen(now));
        json.writeStringField("waitlist", Words.of(details.waitlist()));
        JsonWriter.writeNumber(json, "seats_left", EventJson.seatsLeft(event));
        json.writeEndObject();
    }
}
