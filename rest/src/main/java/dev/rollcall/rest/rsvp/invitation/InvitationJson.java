package dev.rollcall.rest.rsvp.invitation;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.rollcall.error.RefusedException;
import dev.rollcall.error.RollcallException;
import dev.rollcall.rest.http.EntityTags;
import dev.rollcall.rest.json.JsonWriter;
import dev.rollcall.rest.json.Times;
import dev.rollcall.rest.json.Words;
import dev.rollcall.rest.problem.ProblemJson;
import dev.rollcall.rest.problem.Problems;
import dev.rollcall.rsvp.answer.Answer;
import dev.rollcall.rsvp.answer.AnswerRecord;
import dev.rollcall.rsvp.event.Event;
import dev.rollcall.rsvp.invitation.Delivery;
import dev.rollcall.rsvp.invitation.Invitation;
import dev.rollcall.rsvp.invitation.InvitationOutcome;
import dev.rollcall.rsvp.user.UserId;
import dev.rollcall.rsvp.user.UserName;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Invitations to one event as JSON, for its organizer: everything but what is secret.
 *
 * @param event the event, which decides whether an answer is to what it is now
 */
record InvitationJson(Event event) {

    /** An invitation among others. */
    void write(JsonGenerator json, Invitation invitation) throws IOException {
        write(json, invitation, Optional.empty());
    }

    /** An invitation with the guest's place in the wait-list. */
    JsonWriter<Invitation> with(Optional<Integer> position) {
        return (json, invitation) -> write(json, invitation, position);
    }

    /** The tag of an invitation, which is shown with what others decide. */
    String entityTag(Invitation invitation, Optional<Integer> position) {
        return EntityTags.of(invitation.revision(), event.sequence() + "." + position.orElse(0));
    }

    /** What became of those to be invited. */
    void writeOutcomes(JsonGenerator json, List<InvitationOutcome> outcomes) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("items");
        for (InvitationOutcome outcome : outcomes) {
            json.writeStartObject();
            switch (outcome) {
                case InvitationOutcome.Created(Invitation invitation) -> writeOutcome(json, "created", invitation);
                case InvitationOutcome.Exists(Invitation invitation) -> writeOutcome(json, "exists", invitation);
                case InvitationOutcome.Invalid(String reason) -> {
                    json.writeStringField("status", "invalid");
                    json.writeStringField("detail", ProblemJson.clean(reason));
                }
                case InvitationOutcome.NotDone(RollcallException cause) -> writeOpen(json, "not_done", cause);
                case InvitationOutcome.Unknown(RollcallException cause) -> writeOpen(json, "unknown", cause);
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void writeOutcome(JsonGenerator json, String status, Invitation invitation) throws IOException {
        json.writeStringField("status", status);
        json.writeFieldName("invitation");
        write(json, invitation);
    }

    private static void writeOpen(JsonGenerator json, String status, RollcallException cause) throws IOException {
        String cure = cause instanceof RefusedException
                ? ""
                : " Send the same request again: it goes on with the guests who are left, and nobody is invited twice.";
        json.writeStringField("status", status);
        json.writeStringField("detail", ProblemJson.clean(Problems.of(cause).detail() + cure));
    }

    /** One change of an answer. */
    static void writeRecord(JsonGenerator json, AnswerRecord record) throws IOException {
        json.writeStartObject();
        json.writeNumberField("number", record.number());
        Times.write(json, "at", record.at());
        json.writeStringField("channel", Words.of(record.channel()));
        writeAnswer(json, "before", record.before());
        writeAnswer(json, "after", record.after());
        json.writeStringField("standing", Words.of(record.standing()));
        json.writeEndObject();
    }

    private static void writeAnswer(JsonGenerator json, String member, Answer answer) throws IOException {
        json.writeObjectFieldStart(member);
        json.writeStringField("response", Words.of(answer.response()));
        json.writeNumberField("party_size", answer.partySize());
        JsonWriter.writeText(json, "comment", answer.comment());
        json.writeEndObject();
    }

    private void write(JsonGenerator json, Invitation invitation, Optional<Integer> position) throws IOException {
        Answer answer = invitation.answer();
        json.writeStartObject();
        json.writeStringField("invitation_id", invitation.key().id().value());
        json.writeStringField("event_id", invitation.key().event().value());
        json.writeStringField("email", invitation.guest().email().typed());
        JsonWriter.writeText(json, "name", invitation.guest().name().map(UserName::value));
        JsonWriter.writeText(json, "user_id", invitation.guest().user().map(UserId::value));
        JsonWriter.writeNumber(json, "party_limit", invitation.partyLimit());
        JsonWriter.writeText(json, "message", invitation.message());
        json.writeStringField("response", Words.of(answer.response()));
        json.writeStringField("standing", Words.of(invitation.standing()));
        json.writeNumberField("party_size", answer.partySize());
        JsonWriter.writeText(json, "comment", answer.comment());
        JsonWriter.writeNumber(json, "waitlist_position", position);
        JsonWriter.writeText(
                json, "answered_at", invitation.reply().answeredAt().map(Times::format));
        json.writeBooleanField("awaited", !invitation.isWithdrawn() && invitation.isAwaited(event));
        JsonWriter.writeText(json, "withdrawn_at", invitation.withdrawnAt().map(Times::format));
        writeDelivery(json, invitation.delivery());
        Times.write(json, "created_at", invitation.createdAt());
        Times.write(json, "updated_at", invitation.updatedAt());
        json.writeEndObject();
    }

    private static void writeDelivery(JsonGenerator json, Delivery delivery) throws IOException {
        json.writeObjectFieldStart("delivery");
        json.writeStringField("state", Words.of(delivery.state()));
        JsonWriter.writeText(json, "reason", delivery.reason());
        json.writeEndObject();
    }
}
