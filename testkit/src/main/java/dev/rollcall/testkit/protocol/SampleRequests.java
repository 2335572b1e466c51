package dev.rollcall.testkit.protocol;

import dev.rollcall.rest.http.Operation;
import dev.rollcall.testkit.api.ApiUnderTest;
import dev.rollcall.testkit.api.Call;
import dev.rollcall.testkit.rsvp.invitation.api.PartyApi;

/** Requests from which others are made by changing them at random. */
final class SampleRequests {

    private static final String UUID = "0190163d-8694-739b-aea5-966c26f8ad91";
    private static final String GUID = "9094E4C980C74043A4B586B420E69DDF";
    private static final String INVITATION = "3f8a1c0e5b7d49e2a6c4f1082b9d7e53";
    private static final String TOKEN = "0k3v9m5tq2h7c1d8e4f6g0a2b4c6d8e1f3g5h7i9j1k3l5m7n9o0";
    private static final String EVENT = """
            {"event_id": "fuzz", "title": "Party", "description": "x", "location": "x", "organizer_id": "fuzz",
             "starts_at": "2031-05-01T18:00", "ends_at": "2031-05-02T18:00:00.123456+02:00", "time_zone": "Europe/Berlin",
             "all_day": false, "capacity": 5, "waitlist": "auto", "party_limit": 2, "rsvp_deadline": "2031-05-01T17:00Z",
             "status": "cancelled"}""";

    private SampleRequests() {}

    /** A good request of an operation. */
    static Call of(Operation operation, ApiUnderTest api) {
        String name = operation.template().split("/", -1)[1];
        String target = operation
                .template()
                .replace("{invitation_id}", INVITATION)
                .replace("{token}", TOKEN)
                .replaceAll("\\{[^}]*}", parameter(name));
        Call call = api.call(operation.method(), target);
        return operation.method().startsWith("P") ? call.body(body(operation.template(), name)) : call;
    }

    private static String parameter(String name) {
        return switch (name) {
            case "uuids" -> UUID;
            case "guid" -> GUID;
            case "problems" -> "not-found";
            case "docs" -> "rollcall.css";
            default -> "fuzz";
        };
    }

    private static String body(String template, String name) {
        if (template.endsWith("/invitations")) {
            return "{\"invitations\": [{\"email\": \"fuzz@example.org\", \"name\": \"x\", \"party_limit\": 2}, {\"user_id\": \"fuzz\"}]}";
        }
        return switch (name) {
            case "uuids" -> "{\"uuid\": \"" + UUID + "\", \"count\": 2, \"version\": 4}";
            case "guid" -> "{\"guid\": \"" + GUID + "\", \"user\": \"ann\", \"expire\": \"2031-05-01T18:00:00Z\"}";
            case "users" -> "{\"user_id\": \"fuzz\", \"email\": \"fuzz@example.org\", \"name\": \"Ann\"}";
            case "events" -> EVENT;
            case "rsvp" -> "{\"response\": \"accepted\", \"party_size\": 2, \"comment\": \"x\"}";
            case "imip" -> PartyApi.REPLY.replace("TOKEN", TOKEN).replace("THESTAMP", "20250501T100000Z");
            case "customers" -> "{\"id\": \"fuzz\"}";
            case "numbers" -> "{\"number\": -12345678901234567890.123456789}";
            default -> throw new AssertionError("There is no sample body for " + template);
        };
    }
}
