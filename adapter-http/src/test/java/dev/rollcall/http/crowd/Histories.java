package dev.rollcall.http.crowd;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.http.crowd.Crowd.Guest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What became of each answer of a crowd of which all have accepted and half have declined then. */
public final class Histories {

    private Histories() {}

    /**
     * Each answer is there once, however often it was sent, and each record goes on where the one before ended.
     *
     * @param after how they all stand at the end
     * @return those to whom seats were given that had come free
     */
    public static Set<Guest> assertNothingIsDoubled(Crowd crowd, URI server, Seating after) {
        Map<Guest, JsonNode> histories = crowd.forEach(guest -> crowd.history(server, guest));
        histories.forEach((guest, history) -> {
            assertThat(channel(history, "api"))
                    .as(history.toString())
                    .isEqualTo(guest.leaves() ? List.of("accepted", "declined") : List.of("accepted"));
            assertThat(channel(history, "waitlist")).as(history.toString()).hasSizeLessThanOrEqualTo(1);
            assertThat(history.size()).isLessThanOrEqualTo(3);
            for (int i = 1; i < history.size(); i++) {
                assertThat(history.get(i).get("before"))
                        .isEqualTo(history.get(i - 1).get("after"));
            }
            assertThat(history.get(history.size() - 1).get("standing"))
                    .isEqualTo(after.get(guest).get("standing"));
        });
        return histories.entrySet().stream()
                .filter(entry -> !channel(entry.getValue(), "waitlist").isEmpty())
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What was answered in one way. */
    private static List<String> channel(JsonNode history, String channel) {
        List<String> responses = new ArrayList<>();
        for (JsonNode record : history) {
            if (record.get("channel").textValue().equals(channel)) {
                responses.add(record.get("after").get("response").textValue());
            }
        }
        return responses;
    }
}
