package dev.rollcall.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.error.InvalidInputException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextRuleTest {

    private static final TextRule LINE = TextRule.line(1, 5);
    private static final String SEAT = "🪑";

    @Test
    void charactersShouldBeCountedAsCodePoints() {
        assertThat(LINE.require(SEAT.repeat(5))).isEqualTo(SEAT.repeat(5));
        assertThatThrownBy(() -> LINE.require(SEAT.repeat(6))).hasMessage("must have 1 to 5 characters, and has more");
        assertThatThrownBy(() -> LINE.require("123456")).hasMessage("must have 1 to 5 characters, not 6");
        assertThatThrownBy(() -> LINE.require("")).hasMessage("must have 1 to 5 characters, not 0");
    }

    @Test
    void veryLongTextShouldBeRefused() {
        assertThatThrownBy(() -> LINE.require("x".repeat(10_000_000))).isInstanceOf(InvalidInputException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "a\u001fb", "a\u007fb", "a\u0085b", "a\u009fb"})
    void controlCharactersShouldBeRefusedEverywhere(String text) {
        assertThatThrownBy(() -> LINE.require(text)).hasMessageContaining("control characters");
        assertThatThrownBy(() -> TextRule.multiline(1, 5).require(text)).hasMessageContaining("control characters");
        assertThatThrownBy(() -> TextRule.word(1, 5).require(text)).isInstanceOf(InvalidInputException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\tb", "a\nb", "a\rb"})
    void layoutShouldBeTakenWhereThereAreLines(String text) {
        assertThat(TextRule.multiline(1, 5).require(text)).isEqualTo(text);
        assertThatThrownBy(() -> LINE.require(text)).hasMessageContaining("control characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a\u00a0b", "a\u2003b", "a\u3000b", "a\u2028b"})
    void whiteSpaceOfEveryScriptShouldBeRefusedInAWord(String text) {
        assertThatThrownBy(() -> TextRule.word(1, 5).require(text)).hasMessageContaining("white space");
        assertThat(LINE.require(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ud800", "a\udc00b", "\udc00\ud800", "\ud83e"})
    void halfOfASurrogatePairShouldBeRefused(String text) {
        assertThatThrownBy(() -> LINE.require(text)).hasMessageContaining("surrogate");
    }

    @Property
    void takenTextShouldComeBackAsItWasAndKeepTheRule(
            @ForAll @StringLength(max = 30) String text, @ForAll @IntRange(max = 20) int max) {
        try {
            assertThat(TextRule.line(0, max).require(text)).isEqualTo(text);
        } catch (InvalidInputException refused) {
            return;
        }
        assertThat(text.codePointCount(0, text.length())).isLessThanOrEqualTo(max);
        assertThat(text.codePoints()).noneMatch(Character::isISOControl);
    }
}
