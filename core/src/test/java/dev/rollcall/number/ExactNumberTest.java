package dev.rollcall.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.error.InvalidInputException;
import java.math.BigDecimal;
import java.math.BigInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExactNumberTest {

    private static final BigInteger MOST = BigInteger.TEN.pow(38).subtract(BigInteger.ONE);

    @Property
    void parseShouldReadWhatToStringWrites(@ForAll("numbers") BigDecimal number) {
        ExactNumber exact = new ExactNumber(number);
        assertThat(ExactNumber.parse(exact.toString())).isEqualTo(exact);
        assertThat(exact.value()).isEqualByComparingTo(number);
    }

    @Property
    void oneNumberShouldHaveOneForm(@ForAll("numbers") BigDecimal number, @ForAll @IntRange(max = 20) int zeroes) {
        BigDecimal padded = number.setScale(number.scale() + zeroes);
        ExactNumber exact = new ExactNumber(number);
        assertThat(new ExactNumber(padded)).isEqualTo(exact).hasSameHashCodeAs(exact);
        assertThat(ExactNumber.parse(number.toString())).isEqualTo(exact);
        assertThat(ExactNumber.parse(number.toEngineeringString())).isEqualTo(exact);
        assertThat(exact.toString()).matches("-?(0|[1-9][0-9]*)(\\.[0-9]*[1-9])?");
        assertThat(exact.value().scale()).isBetween(0, ExactNumber.MAX_SCALE);
    }

    @Property
    void orderShouldBeNumeric(@ForAll("numbers") BigDecimal one, @ForAll("numbers") BigDecimal other) {
        assertThat(new ExactNumber(one).compareTo(new ExactNumber(other))).isEqualTo(one.compareTo(other));
    }

    @Provide
    Arbitrary<BigDecimal> numbers() {
        return Arbitraries.bigIntegers()
                .between(MOST.negate(), MOST)
                .flatMap(digits -> Arbitraries.integers()
                        .between(Math.max(0, digits.abs().toString().length() - ExactNumber.MAX_INTEGER_DIGITS), 10)
                        .map(scale -> new BigDecimal(digits, scale)));
    }

    @Property
    void parseShouldRefuseAnyOtherTextAsBadInput(@ForAll String text) {
        try {
            ExactNumber.parse(text);
        } catch (InvalidInputException refused) {
            assertThat(refused.violations()).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1.50, 1.5",
        "1.0, 1",
        "100, 100",
        "100.00, 100",
        "1e3, 1000",
        "1E+3, 1000",
        "15e-1, 1.5",
        "0, 0",
        "-0, 0",
        "-0.000, 0",
        "0e999999999, 0",
        "0e-999999999, 0",
        "1e27, 1000000000000000000000000000",
        "1e-10, 0.0000000001",
        "1.00000000000000000000, 1",
        "9999999999999999999999999999.9999999999, 9999999999999999999999999999.9999999999",
        "-9999999999999999999999999999.9999999999, -9999999999999999999999999999.9999999999"
    })
    void parseShouldGiveTheOneForm(String text, String canonical) {
        assertThat(ExactNumber.parse(text)).hasToString(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e28",
                "10000000000000000000000000000",
                "-10000000000000000000000000000",
                "1e-11",
                "0.00000000001",
                "1e999999999",
                "-1e2147483647",
                "1e-999999999",
                "1e-2147483647"
            })
    void parseShouldRefuseTooManyDigits(String text) {
        assertThatThrownBy(() -> ExactNumber.parse(text))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("28 digits before the point");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "1 ",
                "abc",
                "1,5",
                "1.5.5",
                "--1",
                "0x10",
                "NaN",
                "Infinity",
                "1e",
                "e1",
                "1_000",
                "٤٢",
                "１２",
                "1e99999999999",
                "1d",
                "1f",
                "."
            })
    void parseShouldRefuseTextThatIsNoDecimal(String text) {
        assertThatThrownBy(() -> ExactNumber.parse(text)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void longTextShouldBeRefusedUnread() {
        assertThatThrownBy(() -> ExactNumber.parse("9".repeat(10_000_000))).isInstanceOf(InvalidInputException.class);
    }
}
