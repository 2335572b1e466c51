package dev.rollcall.testkit.rsvp.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.testkit.api.Pages;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the lists of events must show over HTTP. */
interface EventListApiContract extends EventApiContract {

    @Test
    default void listOfEventsShouldGiveAnOrganizersEventsByStart() {
        String organizer = organizer();
        List<String> expected = new ArrayList<>();
        for (int day : new int[] {3, 1, 5, 2, 4}) {
            post(
                            "/events",
                            event(
                                    organizer,
                                    ", \"event_id\": \"" + organizer + day + "\", \"starts_at\": \"2031-05-0" + day
                                            + "T18:00Z\""))
                    .expect(201);
            expected.add(organizer + day);
        }
        expected.sort(null);
        post("/events", event(organizer(), ", \"starts_at\": \"2031-05-03T19:00Z\""))
                .expect(201);

        List<JsonNode> listed = Pages.all(this, "/events?organizer_id=" + organizer, 2);

        assertThat(listed).extracting(item -> item.path("event_id").textValue()).isEqualTo(expected);
        assertThat(Pages.all(this, "/events", 100))
                .extracting(item -> item.path("event_id").textValue())
                .doesNotHaveDuplicates()
                .containsAll(expected);
    }

    @Test
    default void listOfEventsShouldKeepApartEventsThatStartAtOnce() {
        String organizer = organizer();
        for (int i = 0; i < 5; i++) {
            post("/events", event(organizer, ", \"starts_at\": \"2031-05-01T18:00Z\""))
                    .expect(201);
        }

        assertThat(Pages.all(this, "/events?organizer_id=" + organizer, 2))
                .extracting(item -> item.path("event_id").textValue())
                .hasSize(5)
                .doesNotHaveDuplicates();
    }

    @Test
    default void aCursorOfEventsShouldBeItsListsAlone() {
        String organizer = organizer();
        for (int i = 0; i < 2; i++) {
            post("/events", event(organizer, ", \"starts_at\": \"2031-05-01T18:00Z\""))
                    .expect(201);
        }
        String list = "/events?limit=1&organizer_id=" + organizer;
        String cursor = get(list).expect(200).json().path("next_cursor").textValue();

        get("/events?cursor=" + cursor).expectProblem(400, "invalid-input");
        get("/events?cursor=" + cursor + "&organizer_id=" + organizer()).expectProblem(400, "invalid-input");
        Pages.assertTamperedCursorsAreRefused(this, list, cursor);
        assertThat(get("/events?organizer_id=" + unique()).expect(200).json().path("items"))
                .isEmpty();
        get("/events?organizer_id=a%20b").expectProblem(400, "invalid-input");
    }
}
