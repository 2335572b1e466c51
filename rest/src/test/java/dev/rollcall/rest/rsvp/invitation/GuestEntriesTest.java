package dev.rollcall.rest.rsvp.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.error.InvalidInputException;
import dev.rollcall.port.Outcome;
import dev.rollcall.rsvp.invitation.InvitationDraft;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GuestEntriesTest {

    static Stream<Arguments> lists() {
        return Stream.of(
                Arguments.of("a@x.org, b@x.org;c@x.org\nd@x.org", "a@x.org|b@x.org|c@x.org|d@x.org"),
                Arguments.of("a@x.org b@x.org\tc@x.org\u00a0d@x.org", "a@x.org|b@x.org|c@x.org|d@x.org"),
                Arguments.of(
                        "Doe, Jane <jane@x.org>; Roe, Rick <rick@x.org>", "Doe, Jane=jane@x.org|Roe, Rick=rick@x.org"),
                Arguments.of(
                        "Doe, Jane <jane@x.org>, Roe, Rick <rick@x.org>", "Doe, Jane=jane@x.org|Roe, Rick=rick@x.org"),
                Arguments.of("Jane <jane@x.org>, rick@x.org", "Jane=jane@x.org|rick@x.org"),
                Arguments.of("\"Doe; Jane\" <jane@x.org>; rick@x.org", "Doe; Jane=jane@x.org|rick@x.org"),
                Arguments.of("'Jane Doe' <jane@x.org>, 'rick@x.org' <rick@x.org>", "Jane Doe=jane@x.org|rick@x.org"),
                Arguments.of("jane@x.org<mailto:jane@x.org>", "jane@x.org"),
                Arguments.of("Jane <MAILTO:jane%2Bx@x.org?subject=Hi>", "Jane=jane+x@x.org"),
                Arguments.of("<b>Jane</b> <jane@x.org>", "<b>Jane</b>=jane@x.org"),
                Arguments.of("<jane@x.org> <rick@x.org>", "jane@x.org|rick@x.org"),
                Arguments.of("Jane <jane@x.org> Rick <rick@x.org>", "Jane=jane@x.org|Rick=rick@x.org"),
                Arguments.of("Jane Doe jane@x.org", "Jane Doe=jane@x.org"),
                Arguments.of("jane@x.org\tJane Doe", "Jane Doe=jane@x.org"),
                Arguments.of("Jane jane@x.org Rick rick@x.org", "Jane=jane@x.org|Rick=rick@x.org"),
                Arguments.of("To: Jane <jane@x.org>", "Jane=jane@x.org"),
                Arguments.of("\ufeffa@x.org\u00a0,\u200bb@x.org\u2060;\u202ac@x.org\u202c", "a@x.org|b@x.org|c@x.org"),
                Arguments.of("a@x.org\u000bb@x.org\u2028c@x.org", "a@x.org|b@x.org|c@x.org"));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void aPastedListShouldBeRead(String text, String guests) {
        assertThat(guests("addresses", text)).isEqualTo(guests);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Jane",
                "Jane, rick@x.org",
                "jane@x.org Jane rick@x.org",
                "Jane jane@x.org Rick",
                "a\u200bb@x.org"
            })
    void whatIsNotClearShouldBeLeftOutWithAWhy(String text) {
        assertThat(GuestEntries.read("addresses", text))
                .anySatisfy(entry -> assertThat(entry.draft())
                        .isInstanceOfSatisfying(
                                Outcome.Failure.class,
                                failure -> assertThat(failure.cause()).hasMessageContaining("must")));
    }

    static Stream<Arguments> tables() {
        return Stream.of(
                Arguments.of("email,name\na@x.org,Ann", "Ann=a@x.org"),
                Arguments.of("sep=;\r\nE-Mail;Name\r\na@x.org;Ann\r\n", "Ann=a@x.org"),
                Arguments.of("Vorname;Nachname;E-Mail-Adresse\nAnn;Lee;a@x.org", "Ann Lee=a@x.org"),
                Arguments.of("Prénom\tNom\tAdresse e-mail\nAnn\tLee\ta@x.org", "Ann Lee=a@x.org"),
                Arguments.of("First Name,Last Name,E-mail Address\nAnn,,a@x.org", "Ann=a@x.org"),
                Arguments.of("\"Name, first and last\";email\n\"x\";a@x.org", "a@x.org"),
                Arguments.of(",,\n\nemail\u00a0,name\n,,\n\u200ba@x.org\u00a0,\u00a0Ann\n,,\n\n", "Ann=a@x.org"),
                Arguments.of("email,name\nmailto:a@x.org,\"Ann\nLee\"", "Ann Lee=a@x.org"),
                Arguments.of("email,party_limit\na@x.org,\u0663\nb@x.org,2.0", "a@x.org/3|b@x.org/2"));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void aTableShouldBeRead(String text, String guests) {
        assertThat(guests("csv", text)).isEqualTo(guests);
    }

    @Test
    void rowsShouldBeNumberedAsASpreadsheetDoes() {
        assertThat(GuestEntries.read("csv", "email\n,\n\na@x.org\n" + ",,\n".repeat(600) + "b@x.org"))
                .extracting(GuestEntries.Entry::line)
                .containsExactly(4, 605);
    }

    @ParameterizedTest
    @ValueSource(strings = {"email,name\na@x.org,M\ufffdller", "e\0m\0a\0i\0l\0"})
    void aLostEncodingShouldBeNamed(String text) {
        assertThatThrownBy(() -> GuestEntries.read("csv", text))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("UTF-8");
    }

    private static String guests(String format, String text) {
        List<GuestEntries.Entry> entries = GuestEntries.read(format, text);
        return entries.stream().map(entry -> shown(entry.draft().orThrow())).collect(Collectors.joining("|"));
    }

    private static String shown(InvitationDraft draft) {
        return draft.name().map(name -> name + "=").orElse("")
                + draft.email().orElseThrow()
                + draft.partyLimit().map(limit -> "/" + limit).orElse("");
    }
}
