package dev.rollcall.rsvp.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.error.InvalidInputException;
import dev.rollcall.rsvp.event.EventTimeInput.AtInstant;
import dev.rollcall.rsvp.event.EventTimeInput.OnTheWall;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventTimeTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource({
        "2031-05-01T20:00:00+02:00, 2031-05-01T18:00:00Z",
        "2031-05-01T18:00:00Z, 2031-05-01T18:00:00Z",
        "2031-05-01t18:00:00z, 2031-05-01T18:00:00Z",
        "2031-05-01T18:00Z, 2031-05-01T18:00:00Z",
        "2031-05-01T18:00:00.123456789Z, 2031-05-01T18:00:00.123456789Z",
        "2031-05-01T12:30:00-05:30, 2031-05-01T18:00:00Z"
    })
    void parseShouldReadAnInstantWithItsOffset(String text, Instant instant) {
        assertThat(EventTimeInput.parse(text)).isEqualTo(new AtInstant(instant));
    }

    @ParameterizedTest
    @CsvSource({"2031-05-01T20:00, 2031-05-01T20:00", "2031-05-01T20:00:01.5, 2031-05-01T20:00:01.5"})
    void parseShouldReadAWallTimeWithoutOne(String text, LocalDateTime local) {
        assertThat(EventTimeInput.parse(text)).isEqualTo(new OnTheWall(local));
    }

    @Test
    void aDateAloneShouldBeADayThatOnlyWholeDaysTake() {
        EventTimeInput day = EventTimeInput.parse("2018-11-04");
        EventZone saoPaulo = EventZone.of("America/Sao_Paulo");
        assertThat(day).isEqualTo(new EventTimeInput.OnDay(LocalDate.parse("2018-11-04")));
        assertThat(day.startOfDayIn(saoPaulo))
                .isEqualTo(
                        new EventTime(LocalDateTime.parse("2018-11-04T00:00"), Instant.parse("2018-11-04T03:00:00Z")));
        assertThatThrownBy(() -> day.in(saoPaulo.id()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("time of day");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tomorrow",
                "2031-5-1",
                "20:00",
                "2031-05-01T20:00:00+02:00[Europe/Berlin]",
                "2031-05-01T20:00:00[Europe/Berlin]",
                "2031-05-01 20:00:00Z",
                "2031-13-01T20:00Z",
                "2031-02-29T20:00Z",
                "2031-02-30T20:00",
                "2031-05-01T24:00Z",
                "2031-05-01T25:00Z",
                "2031-05-01T20:00:60Z",
                "2031-05-01T20:00:00+19:00",
                "2031-05-01T20:00:00 +02:00",
                "20310501T200000Z",
                "1935424800",
                "٢٠٣١-05-01T20:00Z"
            })
    void parseShouldRefuse(String text) {
        assertThatThrownBy(() -> EventTimeInput.parse(text)).isInstanceOf(InvalidInputException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+999999999-12-31T23:59:59.999999999-18:00",
                "-999999999-01-01T00:00:00+18:00",
                "+999999999-12-31T23:59:59",
                "-999999999-01-01T00:00:00",
                "+10000-01-01T00:00:00Z",
                "9999-12-31T23:59:59Z",
                "9999-12-31T23:59:59",
                "1899-12-31T00:00:00Z",
                "1900-01-01T00:00:00",
                "0000-01-01T00:00:00Z"
            })
    void timesOutOfBoundsShouldBeBadInputInEveryZone(String text) {
        EventTimeInput input = EventTimeInput.parse(text);
        for (String zone : new String[] {"UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago"}) {
            assertThatThrownBy(() -> input.in(ZoneId.of(zone)))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("1900 and 9999");
        }
    }

    @Test
    void wallTimeInAGapShouldMoveForwardByTheGap() {
        EventTime time = EventTime.of(LocalDateTime.parse("2031-03-30T02:30"), BERLIN);
        assertThat(time.local()).isEqualTo("2031-03-30T03:30");
        assertThat(time.instant()).isEqualTo("2031-03-30T01:30:00Z");
    }

    @Test
    void wallTimeInAnOverlapShouldBeTheEarlier() {
        EventTime time = EventTime.of(LocalDateTime.parse("2031-10-26T02:30"), BERLIN);
        assertThat(time.local()).isEqualTo("2031-10-26T02:30");
        assertThat(time.instant()).isEqualTo("2031-10-26T00:30:00Z");
    }

    @Test
    void laterInstantOfAnOverlapShouldBeKept() {
        EventTime time = EventTime.of(Instant.parse("2031-10-26T01:30:00Z"), BERLIN);
        assertThat(time.local()).isEqualTo("2031-10-26T02:30");
        assertThat(time.instant()).isEqualTo("2031-10-26T01:30:00Z");
    }

    @Test
    void bothShouldBeCutToMicroseconds() {
        EventTime time = EventTime.of(Instant.parse("2031-05-01T18:00:00.123456999Z"), BERLIN);
        assertThat(time.local()).isEqualTo("2031-05-01T20:00:00.123456");
        assertThat(time.instant()).isEqualTo("2031-05-01T18:00:00.123456Z");
    }

    @Property
    void wallAndInstantShouldAgreeInEveryZone(
            @ForAll @LongRange(min = -2_208_800_000L, max = 253_402_000_000L) long second,
            @ForAll("zones") ZoneId zone) {
        EventTime time = EventTime.of(Instant.ofEpochSecond(second), zone);
        assertThat(time.local().atZone(zone).getOffset()).isIn(zone.getRules().getValidOffsets(time.local()));
        assertThat(LocalDateTime.ofInstant(time.instant(), zone)).isEqualTo(time.local());
        EventTime again = EventTime.of(time.local(), zone);
        assertThat(again.local()).isEqualTo(time.local());
        assertThat(again.instant()).isBeforeOrEqualTo(time.instant());
    }

    @Property
    void anyTextShouldBeATimeOrBadInput(@ForAll("almostTimes") String text, @ForAll("zones") ZoneId zone) {
        try {
            EventTime time = EventTimeInput.parse(text).in(zone);
            assertThat(time.local().getYear()).isBetween(1900, 9999);
        } catch (InvalidInputException refused) {
            assertThat(refused.violations()).hasSize(1);
        }
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(new ArrayList<>(ZoneId.getAvailableZoneIds())).map(ZoneId::of);
    }

    @Provide
    Arbitrary<String> almostTimes() {
        Arbitrary<String> marks =
                Arbitraries.strings().withChars("0123456789-+:.TZtz[]").ofMaxLength(12);
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(20),
                marks.map(mark -> "2031-05-01T" + mark),
                marks.map(mark -> "2031-05-01T20:00:00" + mark),
                marks.map(mark -> mark + "-12-31T23:59:59Z"));
    }
}
