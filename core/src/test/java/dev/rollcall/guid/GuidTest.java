package dev.rollcall.guid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.error.InvalidInputException;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuidTest {

    private static final String HEX = "[0-9a-fA-F]";
    private static final Pattern TAKEN =
            Pattern.compile(HEX + "{32}|" + HEX + "{8}(-" + HEX + "{4}){3}-" + HEX + "{12}");

    @Property
    void parseShouldReadWhatToStringWrites(@ForAll long high, @ForAll long low) {
        Guid guid = new Guid(high, low);
        assertThat(guid.toString()).matches("[0-9A-F]{32}");
        assertThat(Guid.parse(guid.toString())).isEqualTo(guid);
    }

    @Property
    void parseShouldTakeLowerCaseAndDashesForTheSame(@ForAll long high, @ForAll long low) {
        Guid guid = new Guid(high, low);
        String dashed = new UUID(high, low).toString();
        assertThat(Guid.parse(guid.toString().toLowerCase(Locale.ROOT))).isEqualTo(guid);
        assertThat(Guid.parse(dashed)).isEqualTo(guid);
        assertThat(Guid.parse(dashed.toUpperCase(Locale.ROOT))).isEqualTo(guid);
    }

    @Property
    void parseShouldRefuseEverythingElse(@ForAll("texts") String text) {
        Assume.that(!TAKEN.matcher(text).matches());
        assertThatThrownBy(() -> Guid.parse(text)).isInstanceOf(InvalidInputException.class);
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> digitsAndDashes = Arbitraries.strings().withChars("0123456789abcdefABCDEF-");
        return Arbitraries.oneOf(
                digitsAndDashes.filter(text -> text.length() != 32),
                Arbitraries.strings().withChars("0123456789abcdef-").ofLength(36),
                Arbitraries.strings().withChars("0123456789abcdefg０-").ofLength(32),
                Arbitraries.strings().ofMaxLength(40));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "9094E4C980C74043A4B586B420E69DD",
                "9094E4C980C74043A4B586B420E69DDFF",
                "9094E4C9-80C7-4043-A4B586B4-20E69DDF",
                "9094E4C9-80C7-4043-A4B5-86B420E69D-F",
                "{9094E4C980C74043A4B586B420E69DDF}",
                "+094E4C980C74043A4B586B420E69DDF",
                "９094E4C980C74043A4B586B420E69DDF"
            })
    void parseShouldRefuse(String text) {
        assertThatThrownBy(() -> Guid.parse(text)).isInstanceOf(InvalidInputException.class);
    }

    @Property
    void orderShouldBeThatOfTheTexts(
            @ForAll long high, @ForAll long low, @ForAll long otherHigh, @ForAll long otherLow) {
        Guid one = new Guid(high, low);
        Guid other = new Guid(otherHigh, otherLow);
        assertThat(Integer.signum(one.compareTo(other)))
                .isEqualTo(Integer.signum(one.toString().compareTo(other.toString())));
        assertThat(one.compareTo(new Guid(high, otherLow))).isEqualTo(Long.compareUnsigned(low, otherLow));
    }
}
