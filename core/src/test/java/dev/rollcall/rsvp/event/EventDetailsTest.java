package dev.rollcall.rsvp.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rollcall.error.InvalidInputException;
import dev.rollcall.rsvp.user.UserId;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventDetailsTest {

    private static final EventTime START = EventTime.of(Instant.parse("2031-05-01T18:00:00Z"), EventZone.UTC.id());

    @Test
    void everyViolationShouldBeNamed() {
        InvalidInputException refused = catchThrowableOfType(
                InvalidInputException.class,
                () -> details("", "\0", "two\nlines", Optional.of(START), Optional.of(1_000_001), Optional.of(0)));
        assertThat(refused.violations())
                .extracting(violation -> violation.place().toString())
                .containsExactly("title", "description", "location", "ends_at", "capacity", "party_limit");
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1000000, 1000"})
    void boundsShouldBeTaken(int capacity, int partyLimit) {
        EventDetails details = details(
                "x".repeat(200),
                "y\n".repeat(5_000),
                "z".repeat(500),
                Optional.empty(),
                Optional.of(capacity),
                Optional.of(partyLimit));
        assertThat(details.capacity()).contains(capacity);
        assertThat(details.partyLimit()).contains(partyLimit);
    }

    @ParameterizedTest
    @CsvSource({"-1, 1", "1000001, 1", "0, 0", "0, 1001", "0, -2147483648", "2147483647, 1"})
    void numbersOutOfBoundsShouldBeRefused(int capacity, int partyLimit) {
        assertThatThrownBy(() -> details("x", "", "", Optional.empty(), Optional.of(capacity), Optional.of(partyLimit)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("must be from");
    }

    private static EventDetails details(
            String title,
            String description,
            String location,
            Optional<EventTime> end,
            Optional<Integer> capacity,
            Optional<Integer> partyLimit) {
        return new EventDetails(
                title,
                Optional.of(description),
                Optional.of(location),
                new UserId("ann"),
                START,
                end,
                EventZone.UTC,
                false,
                capacity,
                WaitlistPolicy.OFF,
                partyLimit,
                Optional.empty(),
                EventStatus.SCHEDULED);
    }
}
