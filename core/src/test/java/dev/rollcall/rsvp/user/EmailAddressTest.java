package dev.rollcall.rsvp.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.error.InvalidInputException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest
    @CsvSource({
        "ann@example.org, ann@example.org",
        "Ann@Example.ORG, ann@example.org",
        "'  ann@example.org\u2003', ann@example.org",
        "'\ufeff\u202aann@example.org\u202c\u00a0\u200b', ann@example.org",
        "a.n.n+rsvp@example.org, a.n.n+rsvp@example.org",
        "ann@bücher.example, ann@xn--bcher-kva.example",
        "ann@BÜCHER.example, ann@xn--bcher-kva.example",
        "ann@XN--BCHER-KVA.example, ann@xn--bcher-kva.example",
        "ann@例え。テスト, ann@xn--r8jz45g.xn--zckzah",
        "jose\u0301@example.org, jos\u00e9@example.org",
        "JOSÉ@example.org, josé@example.org",
        "H\u0331@example.org, \u1e96@example.org",
        "ann@localhost, ann@localhost",
        "!#$%&'*+-/=?^_`{|}~@example.org, !#$%&'*+-/=?^_`{|}~@example.org"
    })
    void keyShouldBeTrimmedComposedAndInLowerCase(String typed, String key) {
        EmailAddress address = new EmailAddress(typed);
        assertThat(address.key()).isEqualTo(key);
        assertThat(address.typed()).isEqualTo(typed);
        assertThat(address).hasToString(typed);
    }

    @Test
    void keyShouldNotDependOnTheMachinesLanguage() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr"));
        try {
            assertThat(new EmailAddress("INFO@EXAMPLE.ORG").key()).isEqualTo("info@example.org");
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "@",
                "a@",
                "@b",
                "ann",
                "ann.example.org",
                "ann@@example.org",
                "ann@bob@example.org",
                ".ann@example.org",
                "ann.@example.org",
                "a..n@example.org",
                "a n@example.org",
                "ann@exa mple.org",
                "ann@example..org",
                "ann@.example.org",
                "ann@example.org.",
                "ann@-example.org",
                "ann@example-.org",
                "ann@exa_mple.org",
                "\"ann\"@example.org",
                "ann@[127.0.0.1]",
                "Ann <ann@example.org>",
                "ann@example.org, bob@example.org",
                "ann@example.org;bob@example.org",
                "ann(x)@example.org",
                "ann\n@example.org",
                "ann@example.org\r\nBcc: bob@example.org",
                "ann\0@example.org",
                "a\u00a0n@example.org",
                "a\u200bn@example.org",
                "a\u202en@example.org",
                "\ud800@example.org",
                "ann@exam\u200bple.org@",
                "ann@xn--",
                "ann@\u3002"
            })
    void otherFormsShouldBeRefused(String typed) {
        assertThatThrownBy(() -> new EmailAddress(typed)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void lengthShouldBeBoundedInOctets() {
        assertThat(new EmailAddress("a".repeat(64) + "@example.org").key()).hasSize(76);
        assertRefused("a".repeat(65) + "@example.org");
        assertThat(new EmailAddress("é".repeat(32) + "@example.org").key()).startsWith("é");
        assertRefused("é".repeat(33) + "@example.org");

        String label = "b".repeat(63);
        String longest = "a".repeat(62) + "@" + label + "." + label + "." + label;
        assertThat(longest).hasSize(254);
        assertThat(new EmailAddress(longest).key()).isEqualTo(longest);
        assertRefused("a" + longest);
        assertRefused("a@" + "b".repeat(64) + ".org");
    }

    @ParameterizedTest
    @MethodSource
    void hostileTextShouldBeRefusedWithoutMuchThought(String typed) {
        assertRefused(typed);
    }

    static String[] hostileTextShouldBeRefusedWithoutMuchThought() {
        return new String[] {
            "a".repeat(5_000_000) + "@example.org",
            "a.".repeat(159) + "@",
            "a@" + "b.".repeat(159),
            "a@" + "b-".repeat(159),
            "a@" + "-".repeat(300),
            "@".repeat(320),
            "!".repeat(319) + "@",
            "a@" + "é".repeat(310),
            "a@" + "\u3002".repeat(310),
            "a@xn--" + "9".repeat(300),
            "\u0301".repeat(320)
        };
    }

    @Property
    void anyTextShouldBeAnAddressWithOneStableKeyOrBadInput(@ForAll("texts") String typed) {
        EmailAddress address;
        try {
            address = new EmailAddress(typed);
        } catch (InvalidInputException refused) {
            return;
        }
        String key = address.key();
        assertThat(new EmailAddress(key).key()).isEqualTo(key);
        assertThat(new EmailAddress(" " + typed.strip()).key()).isEqualTo(key);
        assertThat(key.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(254);
        assertThat(key.substring(key.lastIndexOf('@') + 1)).matches("[a-z0-9.-]+");
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> anything = Arbitraries.strings().ofMaxLength(12);
        Arbitrary<String> atoms = Arbitraries.strings()
                .withChars("abzABZ09.+-_éÉßİıΣςK\u0301\u0331\u0307")
                .ofMaxLength(12);
        Arbitrary<String> hosts =
                Arbitraries.strings().withChars("abzABZ09.-éÉßİ例。\u0301").ofMaxLength(12);
        return Arbitraries.oneOf(
                anything,
                anything.flatMap(local -> anything.map(host -> local + "@" + host)),
                atoms.flatMap(local -> hosts.map(host -> local + "@" + host)),
                atoms.flatMap(local -> anything.map(host -> local + "@" + host)));
    }

    private static void assertRefused(String typed) {
        assertThatThrownBy(() -> new EmailAddress(typed)).isInstanceOf(InvalidInputException.class);
    }
}
