package dev.rollcall.rest.rsvp.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.error.InvalidInputException;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    @Test
    void cellsShouldBeQuotedAndRowsEndAsTheStandardHasIt() {
        assertThat(Csv.write(List.of(List.of("a", "b,c"), List.of("", "say \"x\"\nnow"))))
                .isEqualTo("\ufeff\"a\",\"b,c\"\r\n\"\",\"say \"\"x\"\"\nnow\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@x", "\tx", "\rx", "'=x", "''@"})
    void formulasShouldBeNeutral(String formula) {
        assertThat(Csv.write(List.of(List.of(formula)))).isEqualTo("\ufeff\"'" + formula + "\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"email,name\na@b.c,Ann", "email;name\r\na@b.c;Ann\r\n", "\ufeffemail\tname\n\na@b.c\tAnn\n"})
    void tablesOfAnySpreadsheetShouldBeRead(String text) {
        assertThat(Csv.read(text).stream().map(Csv.Row::cells))
                .containsExactly(List.of("email", "name"), List.of("a@b.c", "Ann"));
    }

    @Test
    void aQuotationThatDoesNotEndShouldBeRefused() {
        assertThatThrownBy(() -> Csv.read("a,b\n\"c,d"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("row 2");
    }

    /** Spaces around a cell are not kept: nobody means them. */
    @Property
    void whatIsWrittenShouldBeReadAgain(
            @ForAll @Size(min = 1, max = 4)
                    List<@CharRange(from = '!', to = '~') @StringLength(min = 1, max = 8) String> cells) {
        assertThat(Csv.read(Csv.write(List.of(cells))).getFirst().cells()).isEqualTo(cells);
    }
}
