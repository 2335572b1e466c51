package dev.rollcall.rest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.rollcall.InvalidInputException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Tables as text (RFC 4180). A cell that a spreadsheet would take for a formula is written with an apostrophe before it, which is
 * taken away when it is read again.
 */
final class Csv {

    private static final CsvFactory FACTORY =
            CsvFactory.builder().enable(CsvParser.Feature.SKIP_EMPTY_LINES).build();

    /** What begins a formula in one spreadsheet or another. */
    private static final String FORMULA = "=+-@\t\r";

    private static final String BYTE_ORDER_MARK = "\ufeff";

    private Csv() {}

    /** A row with its number, from 1; empty lines are not counted. */
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
     * Reads a table whose cells are separated by commas, or by semicolons or tabs where the first line has no comma.
     *
     * @throws InvalidInputException where a quoted cell does not end
     */
    static List<Row> read(String text) {
        String table = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        List<Row> rows = new ArrayList<>();
        try (JsonParser parser = FACTORY.createParser(table)) {
            parser.setSchema(CsvSchema.emptySchema().withColumnSeparator(separator(table)));
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.START_ARRAY) {
                    List<String> cells = new ArrayList<>();
                    while (parser.nextToken() == JsonToken.VALUE_STRING) {
                        cells.add(meant(parser.getText().strip()));
                    }
                    rows.add(new Row(rows.size() + 1, cells));
                }
            }
        } catch (IOException malformed) {
            throw new InvalidInputException("must be a table of comma-separated values; row " + (rows.size() + 1)
                    + " has a quotation mark that does not fit");
        }
        return rows;
    }

    private static char separator(String table) {
        String first = table.lines().findFirst().orElse("");
        if (first.contains(",")) {
            return ',';
        }
        return first.contains(";") ? ';' : first.contains("\t") ? '\t' : ',';
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
