package dev.rollcall.rest.rsvp.invitation;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.rollcall.error.InvalidInputException;
import dev.rollcall.value.TextRule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Tables as text (RFC 4180). A cell that a spreadsheet would take for a formula is written with an apostrophe before it, which is
 * taken away when it is read again.
 */
final class Csv {

    private static final CsvFactory FACTORY = new CsvFactory();

    /** What Excel reads, and some programs write, to say which character separates the cells. */
    private static final Pattern SEPARATOR_LINE = Pattern.compile("\"?sep=(.)\"?\\R");

    /** What begins a formula in one spreadsheet or another. */
    private static final String FORMULA = "=+-@\t\r";

    private static final String BYTE_ORDER_MARK = "\ufeff";

    /** The first of them where a row has none, or as many of each. */
    private static final String SEPARATORS = ",;\t";

    private Csv() {}

    /** A row with its number, from 1; rows of blank cells have a number and are left out. */
    record Row(int number, List<String> cells) {}

    /** Writes a table. The mark at its start is how spreadsheets know UTF-8. */
    static String write(List<List<String>> rows) {
        StringBuilder text = new StringBuilder(BYTE_ORDER_MARK);
        for (List<String> row : rows) {
            String separator = "";
            for (String cell : row) {
                text.append(separator)
                        .append('"')
                        .append(neutral(cell).replace("\"", "\"\""))
                        .append('"');
                separator = ",";
            }
            text.append("\r\n");
        }
        return text.toString();
    }

    /**
     * Reads a table whose cells are separated by what a line {@code sep=} says, else by the one of comma, semicolon and tab that
     * is most frequent in the first row that has any. White space and invisible characters around a cell are taken away.
     *
     * @throws InvalidInputException where a quoted cell does not end
     */
    static List<Row> read(String text) {
        String marked = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        Matcher said = SEPARATOR_LINE.matcher(marked);
        boolean isSaid = said.lookingAt();
        String table = isSaid ? marked.substring(said.end()) : marked;
        char separator = isSaid ? said.group(1).charAt(0) : separator(table);
        List<Row> rows = new ArrayList<>();
        int number = 0;
        try (JsonParser parser = FACTORY.createParser(table)) {
            parser.setSchema(CsvSchema.emptySchema().withColumnSeparator(separator));
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.START_ARRAY) {
                    List<String> cells = new ArrayList<>();
                    while (parser.nextToken() == JsonToken.VALUE_STRING) {
                        cells.add(meant(TextRule.trimmed(parser.getText())));
                    }
                    number++;
                    if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
                        rows.add(new Row(number, cells));
                    }
                }
            }
        } catch (IOException malformed) {
            throw new InvalidInputException("must be a table of comma-separated values; row " + (number + 1)
                    + " has a quotation mark that does not fit");
        }
        return rows;
    }

    /** Looks outside quotation marks alone, and at one row: the next may be a note with many commas. */
    private static char separator(String table) {
        int[] counts = new int[SEPARATORS.length()];
        boolean quoted = false;
        for (int i = 0; i < table.length(); i++) {
            char c = table.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted
                    && (c == '\n' || c == '\r')
                    && IntStream.of(counts).sum() > 0) {
                break;
            } else if (!quoted && SEPARATORS.indexOf(c) >= 0) {
                counts[SEPARATORS.indexOf(c)]++;
            }
        }
        int most = 0;
        for (int i = 1; i < counts.length; i++) {
            most = counts[i] > counts[most] ? i : most;
        }
        return SEPARATORS.charAt(most);
    }

    private static String neutral(String cell) {
        return isFormula(cell) ? "'" + cell : cell;
    }

    private static String meant(String cell) {
        return cell.startsWith("'") && isFormula(cell) ? cell.substring(1) : cell;
    }

    /** Apostrophes before it do not count, so that those which are written can be told from those which were there. */
    private static boolean isFormula(String cell) {
        String bare = cell.replaceFirst("^'+", "");
        return !bare.isEmpty() && FORMULA.indexOf(bare.charAt(0)) >= 0;
    }
}
