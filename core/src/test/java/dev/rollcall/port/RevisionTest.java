package dev.rollcall.port;

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
    void revisionShouldBeBeforeThoseWithAHigherCount() {
        Revision second = new Revision(NOW, 2);

        assertThat(second.isBefore(second.next())).isTrue();
        assertThat(second.isBefore(new Revision(NOW, Long.MAX_VALUE))).isTrue();
        assertThat(second.isBefore(second)).isFalse();
        assertThat(second.isBefore(Revision.first(NOW))).isFalse();
    }

    @Test
    void revisionsOfTwoThingsShouldNotBeBeforeOneAnother() {
        Revision first = Revision.first(NOW);
        Revision other = new Revision(NOW.plusNanos(1000), 2);

        assertThat(first.isBefore(other)).isFalse();
        assertThat(other.isBefore(first)).isFalse();
        assertThat(Revision.first(NOW.plusNanos(1000)).isBefore(first.next())).isFalse();
    }

    @Test
    void countShouldBePositive() {
        assertThatThrownBy(() -> new Revision(NOW, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
