package dev.rollcall.rsvp.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class EventTimeTextTest {

    private static final EventTimeText TEXT = new EventTimeText(
            Locale.ENGLISH,
            new EventTimeText.Patterns("EEEE, d MMMM uuuu", "HH:mm", "{0}, {1}", "{0}–{1}", "{0} – {1}"));

    private static final LocalDateTime START = LocalDateTime.of(2031, 5, 3, 18, 0);

    @Test
    void equalMomentsShouldBeWrittenOnce() {
        assertThat(TEXT.span(START, START))
                .isEqualTo("Saturday, 3 May 2031, 18:00")
                .isEqualTo(TEXT.moment(START));
    }

    @Test
    void theDateShouldBeWrittenOnceForTwoTimesOfADay() {
        assertThat(TEXT.span(START, START.plusHours(4))).isEqualTo("Saturday, 3 May 2031, 18:00–22:00");
    }

    @Test
    void bothDatesShouldBeWrittenForTwoDays() {
        assertThat(TEXT.span(START, START.plusHours(8)))
                .isEqualTo("Saturday, 3 May 2031, 18:00 – Sunday, 4 May 2031, 02:00");
    }

    @Test
    void daysShouldIncludeTheLast() {
        LocalDate first = START.toLocalDate();
        assertThat(TEXT.days(first, first.plusDays(2))).isEqualTo("Saturday, 3 May 2031 – Monday, 5 May 2031");
        assertThat(TEXT.days(first, first)).isEqualTo("Saturday, 3 May 2031");
    }
}
