package dev.rollcall.persistence.mysql.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class TimeTextTest {

    private static final LocalDateTime FIRST = LocalDateTime.parse("0001-01-01T00:00:00");
    private static final LocalDateTime LAST = LocalDateTime.parse("9999-12-31T23:59:59.999999");

    private final InstantBinding instants = new InstantBinding();

    @Property
    void aTimeShouldComeBackFromItsText(@ForAll("times") LocalDateTime time) {
        assertThat(TimeText.read(TimeText.write(time))).isEqualTo(time);
    }

    /** SQLite compares the texts. */
    @Property
    void theOrderOfTheTextsShouldBeThatOfTheTimes(
            @ForAll("times") LocalDateTime one, @ForAll("times") LocalDateTime other) {
        assertThat(Integer.signum(TimeText.write(one).compareTo(TimeText.write(other))))
                .isEqualTo(Integer.signum(one.compareTo(other)));
    }

    @Test
    void anInstantShouldBeRfc3339OfAFixedWidth() {
        assertThat(instants.text(Instant.parse("2031-05-01T18:00:00.123456Z")))
                .isEqualTo("2031-05-01T18:00:00.123456Z");
        assertThat(instants.text(Instant.EPOCH)).isEqualTo("1970-01-01T00:00:00.000000Z");
        assertThat(instants.parse("1970-01-01T00:00:00.000000Z")).isEqualTo(Instant.EPOCH);
    }

    @Test
    void whatIsFinerThanAMicrosecondShouldBeCutAndNotRounded() {
        assertThat(instants.text(Instant.parse("2031-05-01T18:00:00.123456999Z")))
                .isEqualTo("2031-05-01T18:00:00.123456Z");
        assertThat(TimeText.cut(LocalDateTime.parse("2031-05-01T18:00:00.999999999")))
                .isEqualTo(LocalDateTime.parse("2031-05-01T18:00:00.999999"));
    }

    @Provide
    Arbitrary<LocalDateTime> times() {
        return Arbitraries.longs()
                .between(micros(FIRST), micros(LAST))
                .map(micros -> FIRST.plus(micros - micros(FIRST), ChronoUnit.MICROS));
    }

    private static long micros(LocalDateTime time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time.toInstant(ZoneOffset.UTC));
    }
}
