package dev.rollcall.rsvp.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.error.InvalidInputException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventZoneTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"UTC", "Europe/Berlin", "America/Argentina/Buenos_Aires", "Etc/GMT+5", "EST5EDT", "US/Pacific"})
    void zonesOfTheDatabaseShouldBeTaken(String name) {
        assertThat(EventZone.of(name)).hasToString(name).isEqualTo(new EventZone(name, ZoneId.of(name)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Z",
                "+02:00",
                "UTC+2",
                "GMT+02:00",
                "europe/berlin",
                "Factory",
                "Mars/Olympus",
                "\0",
                "../etc"
            })
    void otherNamesShouldBeRefused(String name) {
        assertThatThrownBy(() -> EventZone.of(name))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("Europe/Berlin");
    }

    @Test
    void offsetShouldBeRefusedAsAZone() {
        assertThatThrownBy(() -> new EventZone("Z", ZoneOffset.UTC)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> new EventZone("UTC", ZoneOffset.UTC)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> new EventZone("UTC+2", ZoneId.of("UTC+2"))).isInstanceOf(InvalidInputException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "EST, America/Panama",
        "MST, America/Phoenix",
        "HST, Pacific/Honolulu",
        "ROC, Asia/Taipei",
        "GMT+0, Etc/GMT",
        "GMT-0, Etc/GMT"
    })
    void namesThatJavaLeavesOutShouldBeKeptAndHaveTheRulesOfTheirLink(String name, String link) {
        EventZone zone = EventZone.of(name);
        assertThat(zone).hasToString(name);
        assertThat(zone.id()).isEqualTo(ZoneId.of(link));
    }

    @Test
    void nameInAnotherCaseShouldBeAnsweredWithTheRightOne() {
        assertThatThrownBy(() -> EventZone.of("america/new_york")).hasMessageContaining("such as America/New_York,");
    }

    @Test
    void longNameShouldNotBeRepeatedInFull() {
        assertThatThrownBy(() -> EventZone.of("x".repeat(100_000)))
                .satisfies(refused -> assertThat(refused.getMessage()).hasSizeLessThan(200));
    }
}
