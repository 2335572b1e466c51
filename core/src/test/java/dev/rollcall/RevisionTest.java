package dev.rollcall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class RevisionTest {

    private static final Instant NOW = Instant.parse("2031-05-01T18:00:00Z");

    @Test
    void nextShouldKeepTheCreation() {
        assertThat(Revision.first(NOW).next().next()).isEqualTo(new Revision(NOW, 3));
    }

    @Test
    void thingMadeAgainShouldNotBeTakenForTheOldOne() {
        assertThat(Revision.first(NOW)).isNotEqualTo(Revision.first(NOW.plusNanos(1000)));
    }

    @Test
    void countShouldBePositive() {
        assertThatThrownBy(() -> new Revision(NOW, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
