package dev.rollcall.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.error.ConflictException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class RestorationTest {

    private static final Instant CREATED = Instant.parse("2031-05-01T18:00:00.123456Z");

    private record Badge(String text, Revision revision) implements Revisioned {}

    @Test
    void absentThingShouldBeWritten() {
        assertThat(isNeeded(badge("new", 3), Optional.empty())).isTrue();
    }

    @Test
    void thingThatIsHereAsItIsGivenShouldBeKept() {
        assertThat(isNeeded(badge("same", 3), Optional.of(badge("same", 3)))).isFalse();
    }

    @Test
    void earlierRevisionShouldBeWrittenOver() {
        assertThat(isNeeded(badge("new", 3), Optional.of(badge("old", 2)))).isTrue();
        assertThat(isNeeded(badge("same", 3), Optional.of(badge("same", 1)))).isTrue();
    }

    @Test
    void laterRevisionAndADifferentStateOfThisOneShouldStay() {
        for (Badge present : List.of(badge("same", 4), badge("newer", 4), badge("different", 3))) {
            assertThatThrownBy(() -> isNeeded(badge("same", 3), Optional.of(present)))
                    .isInstanceOfSatisfying(ConflictException.class, refusal -> {
                        assertThat(refusal.resource()).isEqualTo("badge");
                        assertThat(refusal.id()).isEqualTo("b-1");
                        assertThat(refusal).hasMessageContaining("badge 'b-1'");
                    });
        }
    }

    @Property
    void thingOfAnotherCreationShouldStay(
            @ForAll @LongRange(min = 1, max = 5) long given, @ForAll @LongRange(min = 1, max = 5) long present) {
        for (long nanoseconds : new long[] {-1000, 1000}) {
            Badge other = new Badge("same", new Revision(CREATED.plusNanos(nanoseconds), present));

            assertThatThrownBy(() -> isNeeded(badge("same", given), Optional.of(other)))
                    .isInstanceOf(ConflictException.class);
        }
    }

    private static boolean isNeeded(Badge given, Optional<Badge> present) {
        return Restoration.isNeeded("badge", "b-1", given, present);
    }

    private static Badge badge(String text, long count) {
        return new Badge(text, new Revision(CREATED, count));
    }
}
