package dev.rollcall.rsvp.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.error.InvalidInputException;
import dev.rollcall.port.StoredValues;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What IDNA 2008 makes of the domains of addresses. */
class EmailDomainTest {

    @ParameterizedTest
    @CsvSource({
        "straße.example, xn--strae-oqa.example",
        "STRAẞE.example, xn--strae-oqa.example",
        "STRASSE.example, strasse.example",
        "XN--STRAE-OQA.example, xn--strae-oqa.example",
        "βόλος.example, xn--nxasmm1c.example",
        "ΒΌΛΟΣ.example, xn--nxasmq6b.example",
        "क\u094d\u200dष.example, xn--11b2ezcw70k.example",
        "क\u094dष.example, xn--11b2ezc.example",
        "نامه\u200cای.example, xn--mgba3gch31f060k.example",
        "ԩ.example, xn--d8a.example",
        "ⴀ.example, xn--rkj.example",
        "\uD83A\uDD22.example, xn--9d6h.example",
        "１２３．example, 123.example",
        "exa。mple, exa.mple",
        "☃.example, xn--n3h.example",
        "ab--cd.example, ab--cd.example",
        "ab--cd.straße, ab--cd.xn--strae-oqa"
    })
    void domainShouldBeWrittenAsBrowsersWriteIt(String domain, String ascii) {
        assertThat(EmailDomain.ascii(domain)).isEqualTo(ascii);
        assertThat(EmailDomain.ascii(ascii)).isEqualTo(ascii);
    }

    @ParameterizedTest
    @CsvSource({
        "exam\u00adple.org, U+00AD SOFT HYPHEN",
        "exam\u200bple.org, U+200B ZERO WIDTH SPACE",
        "exam\u2060ple.org, U+2060 WORD JOINER",
        "exam\u200dple.org, U+200D ZERO WIDTH JOINER",
        "exam\u200cple.org, U+200C ZERO WIDTH NON-JOINER",
        "❤\ufe0f.org, U+FE0F VARIATION SELECTOR-16",
        "exam\u3164ple.org, U+3164 HANGUL FILLER",
        "exam\u200eple.org, U+200E LEFT-TO-RIGHT MARK",
        "exam\u00a0ple.org, U+00A0 NO-BREAK SPACE",
        "exam\u2800ple.org, U+2800 BRAILLE PATTERN BLANK"
    })
    void invisibleCharacterShouldBeRefusedByItsName(String domain, String name) {
        for (String address : List.of("ann@" + domain, domain + "@example.org")) {
            assertThatThrownBy(() -> new EmailAddress(address))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessage("must not have an invisible character; it has " + name + ". Remove it");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xn--a.example",
                "xn--.example",
                "1א.example",
                "\u0301a.example",
                "a_ü.example",
                "a\u00a0ü.example",
                "ü..example",
                "ü.example.",
                "-ü.example",
                "\ufffd.example"
            })
    void otherDomainShouldBeRefused(String domain) {
        assertThatThrownBy(() -> EmailDomain.ascii(domain)).isInstanceOf(InvalidInputException.class);
    }

    /** Both are read from stores of an earlier version: one splits from another, the other would be refused. */
    @Test
    void keyOfAStoredAddressShouldBeTheNewOneOrTheOneItWasStoredWith() {
        EmailAddress split = new EmailAddress("Ann@straße.example");
        assertThat(split.key()).isEqualTo("ann@xn--strae-oqa.example");
        assertThat(split.formerKey()).isEqualTo("ann@strasse.example");
        assertThat(split.isAccepted()).isTrue();

        EmailAddress refused = StoredValues.trust(() -> new EmailAddress("Ann@exam\u00adple.org"));
        assertThat(refused.key()).isEqualTo("ann@example.org");
        assertThat(refused.isAccepted()).isFalse();

        EmailAddress never = StoredValues.trust(() -> new EmailAddress(" Nobody "));
        assertThat(never.key()).isEqualTo("nobody");
    }
}
