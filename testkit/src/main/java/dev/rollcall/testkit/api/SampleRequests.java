package dev.rollcall.testkit.api;

import dev.rollcall.rest.Operation;

/** Requests from which others are made by changing them at random. */
final class SampleRequests {

    private static final String UUID = "0190163d-8694-739b-aea5-966c26f8ad91";
    private static final String GUID = "9094E4C980C74043A4B586B420E69DDF";
    private static final String EVENT = """
            {"event_id": "fuzz", "title": "Party", "description": "x", "location": "x", "organizer_id": "fuzz",
             "starts_at": "2031-05-01T18:00", "ends_at": "2031-05-02T18:00:00.123456+02:00", "time_zone": "Europe/Berlin",
             "all_day": true, "capacity": 5, "waitlist": "auto", "party_limit": 2, "rsvp_deadline": "2031-05-01T17:00Z",
             "status": "cancelled"}""";

    private SampleRequests() {}

    /** A good request of an operation. */
    static Call of(Operation operation, ApiUnderTest api) {
        String name = operation.template().split("/", -1)[1];
        String target = operation.template().replaceAll("\\{[^}]*}", parameter(name));
        Call call = api.call(operation.method(), target);
        return operation.method().startsWith("P") ? call.body(body(name)) : call;
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

    private static String body(String name) {
        return switch (name) {
            case "uuids" -> "{\"uuid\": \"" + UUID + "\", \"count\": 2, \"version\": 4}";
            case "guid" -> "{\"guid\": \"" + GUID + "\", \"user\": \"ann\", \"expire\": \"2031-05-01T18:00:00Z\"}";
            case "users" -> "{\"user_id\": \"fuzz\", \"email\": \"fuzz@example.org\", \"name\": \"Ann\"}";
            case "events" -> EVENT;
            case "customers" -> "{\"id\": \"fuzz\"}";
            case "numbers" -> "{\"number\": -12345678901234567890.123456789}";
            default -> "";
        };
    }
}
