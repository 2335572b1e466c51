package dev.rollcall.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.error.InvalidInputException;
import dev.rollcall.rsvp.user.EmailAddress;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * That domains of every character are understood or refused. It is here because core's jar, which other modules use in a whole build,
 * carries only the part of ICU4J that domains need: a class or table that is missing there would fail here.
 */
final class EveryDomainTest {

    /** After it come only ideographs, which are all alike, until the tags. */
    private static final int LAST_ALPHABET = 0x1FFFF;

    private static final int FIRST_TAG = 0xE0000;
    private static final int LAST_SELECTOR = 0xE01EF;

    @Test
    void everyCharacterShouldBeUnderstoodOrRefused() {
        long taken = IntStream.concat(
                        IntStream.rangeClosed(0, LAST_ALPHABET), IntStream.rangeClosed(FIRST_TAG, LAST_SELECTOR))
                .mapToObj(Character::toString)
                .flatMap(c -> Stream.of("ann@" + c + "א.example", "ann@a" + c + "b.example"))
                .filter(EveryDomainTest::isTaken)
                .count();

        assertThat(taken).isGreaterThan(50_000);
    }

    @Test
    void labelsShouldBeCheckedInEachDirectionAndForm() {
        assertThat(new EmailAddress("ann@نامه\u200cای.example").key()).isEqualTo("ann@xn--mgba3gch31f060k.example");
        assertThat(new EmailAddress("ann@xn--strae-oqa.example").key()).isEqualTo("ann@xn--strae-oqa.example");
        for (String domain : List.of("1א.example", "xn--a.example", "a\u200db.example", "\u0301ü.example")) {
            assertThatThrownBy(() -> new EmailAddress("ann@" + domain)).isInstanceOf(InvalidInputException.class);
        }
    }

    private static boolean isTaken(String address) {
        try {
            return !new EmailAddress(address).key().isEmpty();
        } catch (InvalidInputException refused) {
            return false;
        }
    }
}
