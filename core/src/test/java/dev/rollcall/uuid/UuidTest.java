package dev.rollcall.uuid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.error.InvalidInputException;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UuidTest {

    private static final Pattern TAKEN = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final String SAMPLE = "0190163d-8694-739b-aea5-966c26f8ad91";

    @Property
    void parseShouldReadWhatToStringWrites(@ForAll long high, @ForAll long low) {
        Uuid uuid = new Uuid(new UUID(high, low));
        assertThat(Uuid.parse(uuid.toString())).isEqualTo(uuid);
    }

    @Property
    void parseShouldTakeAnyCaseAndKeepTheLower(@ForAll long high, @ForAll long low, @ForAll long upper) {
        String text = new UUID(high, low).toString();
        StringBuilder mixed = new StringBuilder(text);
        for (int i = 0; i < mixed.length(); i++) {
            if ((upper >>> i & 1) == 1) {
                mixed.setCharAt(i, Character.toUpperCase(mixed.charAt(i)));
            }
        }
        assertThat(Uuid.parse(mixed.toString())).hasToString(text);
        assertThat(Uuid.parse(text.toUpperCase(Locale.ROOT))).hasToString(text);
    }

    @Property
    void parseShouldRefuseEverythingElse(@ForAll("almostUuids") String text) {
        Assume.that(!TAKEN.matcher(text).matches());
        assertThatThrownBy(() -> Uuid.parse(text)).isInstanceOf(InvalidInputException.class);
    }

    /** A UUID with one character changed, one put in or one left out, and any text at all. */
    @Provide
    Arbitrary<String> almostUuids() {
        Arbitrary<Integer> positions = Arbitraries.integers().between(0, SAMPLE.length() - 1);
        Arbitrary<Character> others = Arbitraries.oneOf(
                Arbitraries.chars().all(), Arbitraries.of('-', 'g', 'G', '０', 'ａ', '+', ' ', '\0', '{'));
        return Arbitraries.oneOf(
                positions.flatMap(at -> others.map(c -> SAMPLE.substring(0, at) + c + SAMPLE.substring(at + 1))),
                positions.flatMap(at -> others.map(c -> SAMPLE.substring(0, at) + c + SAMPLE.substring(at))),
                positions.map(at -> SAMPLE.substring(0, at) + SAMPLE.substring(at + 1)),
                Arbitraries.strings().withChars("0123456789abcdefABCDEF-").ofLength(36),
                Arbitraries.strings().ofMaxLength(40));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1-1-1-1-1",
                "{0190163d-8694-739b-aea5-966c26f8ad91}",
                "urn:uuid:0190163d-8694-739b-aea5-966c26f8ad91",
                "0190163d8694739baea5966c26f8ad91",
                "0190163d-8694-739b-aea5-966c26f8ad91 ",
                "0190163d-8694-739b-aea5966c-26f8ad91",
                "00190163d-8694-739b-aea5-966c26f8ad9"
            })
    void parseShouldRefuse(String text) {
        assertThatThrownBy(() -> Uuid.parse(text)).isInstanceOf(InvalidInputException.class);
    }

    @Example
    void versionShouldBeThatOfTheText() {
        assertThat(Uuid.parse(SAMPLE).version()).isEqualTo(7);
        assertThat(Uuid.parse("00000000-0000-0000-0000-000000000000").version()).isZero();
    }

    @Property
    void orderShouldBeThatOfTheTexts(
            @ForAll long high, @ForAll long low, @ForAll long otherHigh, @ForAll long otherLow) {
        Uuid one = new Uuid(new UUID(high, low));
        Uuid other = new Uuid(new UUID(otherHigh, otherLow));
        assertThat(Integer.signum(one.compareTo(other)))
                .isEqualTo(Integer.signum(one.toString().compareTo(other.toString())));
        assertThat(one.compareTo(new Uuid(new UUID(high, otherLow)))).isEqualTo(Long.compareUnsigned(low, otherLow));
    }
}
