package dev.rollcall.expiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.error.InvalidInputException;
import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpiryTest {

    private static final long LATEST = 253_402_300_799L;

    @Property
    void everySecondUpToTheYear9999ShouldBeTaken(@ForAll @LongRange(max = LATEST) long seconds) {
        assertThat(Expiry.ofEpochSecond(seconds).at().getEpochSecond()).isEqualTo(seconds);
    }

    @Property
    void everyOtherSecondShouldBeBadInput(@ForAll long seconds) {
        if (seconds < 0 || seconds > LATEST) {
            assertThatThrownBy(() -> Expiry.ofEpochSecond(seconds)).isInstanceOf(InvalidInputException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1_000_000_000_000L, 1_759_449_600_000L, Long.MAX_VALUE})
    void thirteenDigitsShouldAskForMilliseconds(long seconds) {
        assertThatThrownBy(() -> Expiry.ofEpochSecond(seconds))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("milliseconds?");
    }

    @ParameterizedTest
    @ValueSource(longs = {LATEST + 1, 999_999_999_999L, -1, -1_759_449_600_000L, Long.MIN_VALUE})
    void outOfBoundsShouldNameTheBounds(long seconds) {
        assertThatThrownBy(() -> Expiry.ofEpochSecond(seconds))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("1970 and 9999");
    }

    @Test
    void fractionShouldBeCutOff() {
        assertThat(new Expiry(Instant.parse("2031-05-01T18:00:00.999999Z")))
                .isEqualTo(new Expiry(Instant.parse("2031-05-01T18:00:00Z")));
        assertThat(new Expiry(Instant.parse("9999-12-31T23:59:59.999Z")).at().getEpochSecond())
                .isEqualTo(LATEST);
        assertThatThrownBy(() -> new Expiry(Instant.EPOCH.minusNanos(1))).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> new Expiry(Instant.MIN)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> new Expiry(Instant.MAX)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void shouldHavePassedAtItsVerySecond() {
        Expiry expiry = Expiry.ofEpochSecond(1000);
        assertThat(expiry.hasPassed(Instant.ofEpochSecond(1000).minusNanos(1))).isFalse();
        assertThat(expiry.hasPassed(Instant.ofEpochSecond(1000))).isTrue();
        assertThat(expiry.hasPassed(Instant.ofEpochSecond(1001))).isTrue();
    }

    @Test
    void defaultShouldBeThirtyDays() {
        Instant now = Instant.parse("2031-05-01T18:00:00.5Z");
        assertThat(Expiry.defaultFrom(now).at())
                .isEqualTo(Instant.parse("2031-05-01T18:00:00Z").plus(Duration.ofDays(30)));
    }

    @Test
    void orderShouldBeThatOfTime() {
        assertThat(Expiry.ofEpochSecond(1)).isLessThan(Expiry.ofEpochSecond(2));
    }
}
