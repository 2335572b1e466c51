package dev.rollcall.rest.rsvp.invitation;

import dev.rollcall.error.InvalidInputException;
import dev.rollcall.port.Outcome;
import dev.rollcall.rest.input.Input;
import dev.rollcall.rest.json.JsonObject;
import dev.rollcall.rest.json.JsonValue;
import dev.rollcall.rsvp.event.EventDetails;
import dev.rollcall.rsvp.invitation.Invitation;
import dev.rollcall.rsvp.invitation.InvitationDraft;
import dev.rollcall.rsvp.user.EmailAddress;
import dev.rollcall.rsvp.user.UserId;
import dev.rollcall.rsvp.user.UserName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the guests to invite from a request. A faulty one among them does not keep the others from being invited. */
final class InvitationInput {

    private static final int MOST = 500;

    private final Input<List<Outcome<InvitationDraft>>> drafts;
    private final Input<String> message;

    InvitationInput(JsonObject body) {
        drafts = body.<List<Outcome<InvitationDraft>>>member("invitations", value -> drafts(body, value))
                .required();
        message = body.text("message", Invitation.MESSAGE::require);
    }

    /** Whom; each either as a draft, or why it is none. */
    List<Outcome<InvitationDraft>> drafts() {
        return drafts.value();
    }

    /** What the organizer writes to them. */
    Optional<String> message() {
        return message.optional();
    }

    private static List<Outcome<InvitationDraft>> drafts(JsonObject body, JsonValue value) {
        List<JsonValue> items = value.items();
        if (items.isEmpty() || items.size() > MOST) {
            throw new InvalidInputException("must have 1 to " + MOST + " items, not " + items.size());
        }
        List<Outcome<InvitationDraft>> drafts = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            JsonValue item = items.get(i);
            List<String> at = List.of("invitations", Integer.toString(i));
            drafts.add(Outcome.of(() -> draft(body, at, item)));
        }
        return drafts;
    }

    private static InvitationDraft draft(JsonObject body, List<String> at, JsonValue item) {
        if (!(item instanceof JsonValue.Members(Map<String, JsonValue> members))) {
            throw new InvalidInputException(
                    "must be an object such as {\"email\": \"ann@example.org\"}, not " + item.kind());
        }
        JsonObject object = body.item(at, members);
        Input<EmailAddress> email = object.text("email", EmailAddress::new);
        Input<UserId> user = object.text("user_id", UserId::new);
        Input<UserName> name = object.text("name", UserName::new);
        Input<Integer> partyLimit = object.member(
                "party_limit", given -> EventDetails.requireRange(given.integer(), 1, EventDetails.MAX_PARTY));
        return new InvitationDraft(email.optional(), user.optional(), name.optional(), partyLimit.optional());
    }
}
