package dev.rollcall.rest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.error.InvalidInputException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PercentEncodingTest {

    @Property
    void whatIsEncodedShouldDecodeToTheSame(@ForAll("texts") String text) {
        String encoded = PercentEncoding.encode(text);
        assertThat(encoded).matches("[A-Za-z0-9%._~-]*");
        assertThat(PercentEncoding.decodeSegment(encoded)).isEqualTo(text);
        assertThat(PercentEncoding.decodeQuery(encoded)).isEqualTo(text);
    }

    @Property
    void anythingShouldDecodeOrBeRefused(@ForAll String text) {
        try {
            assertThat(PercentEncoding.decodeSegment(text)).doesNotContain("\0");
        } catch (InvalidInputException refused) {
            assertThat(refused.violations()).hasSize(1);
        }
    }

    @Property
    void aRepairedPathShouldBeOfUriCharacters(@ForAll String text) {
        assertThat(PercentEncoding.repair(text)).matches("[A-Za-z0-9._~/%:@!$&'()*+,;=-]*");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%",
                "%4",
                "%zz",
                "a%",
                "%00",
                "%80",
                "%C0%AF",
                "%ED%A0%80",
                "%F8%88%80%80%80",
                "%C3",
                "é",
                "a b",
                "\t",
                "\u007f"
            })
    void malformedTextShouldBeRefused(String text) {
        assertThatThrownBy(() -> PercentEncoding.decodeSegment(text)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> PercentEncoding.decodeQuery(text)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void aPlusShouldBeASpaceInTheQueryAlone() {
        assertThat(PercentEncoding.decodeSegment("a+b%2f")).isEqualTo("a+b/");
        assertThat(PercentEncoding.decodeQuery("a+b%2B")).isEqualTo("a b+");
    }

    @Provide
    Arbitrary<String> texts() {
        // Neither NUL nor half of a surrogate pair.
        return Arbitraries.strings()
                .withCharRange('\u0001', '\ud7ff')
                .withCharRange('\ue000', '\uffff')
                .injectDuplicates(0.1)
                .map(text -> text.length() % 3 == 0 ? text + "😀" : text);
    }
}
