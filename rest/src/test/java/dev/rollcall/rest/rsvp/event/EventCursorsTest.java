package dev.rollcall.rest.rsvp.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.rsvp.event.EventId;
import dev.rollcall.rsvp.event.EventPosition;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class EventCursorsTest {

    @Test
    void aPositionShouldComeBackToTheMicrosecond() {
        EventPosition position = new EventPosition(Instant.parse("1931-05-01T18:00:00.123456Z"), new EventId("a.b~c"));
        assertThat(EventCursors.BY_START.decode(EventCursors.BY_START.encode(position)))
                .isEqualTo(position);
    }
}
