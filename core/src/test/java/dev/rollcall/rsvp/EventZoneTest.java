package dev.rollcall.rsvp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.InvalidInputException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventZoneTest {

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Europe/Berlin", "America/Argentina/Buenos_Aires", "Etc/GMT+5"})
    void zonesOfTheDatabaseShouldBeTaken(String name) {
        assertThat(EventZone.of(name)).hasToString(name).isEqualTo(new EventZone(ZoneId.of(name)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Z", "+02:00", "UTC+2", "GMT+02:00", "europe/berlin", "Mars/Olympus", "\0", "../etc"})
    void otherNamesShouldBeRefused(String name) {
        assertThatThrownBy(() -> EventZone.of(name))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("Europe/Berlin");
    }

    @Test
    void offsetShouldBeRefusedAsAZone() {
        assertThatThrownBy(() -> new EventZone(ZoneOffset.UTC)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> new EventZone(ZoneId.of("UTC+2"))).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void longNameShouldNotBeRepeatedInFull() {
        assertThatThrownBy(() -> EventZone.of("x".repeat(100_000)))
                .satisfies(refused -> assertThat(refused.getMessage()).hasSizeLessThan(200));
    }
}
