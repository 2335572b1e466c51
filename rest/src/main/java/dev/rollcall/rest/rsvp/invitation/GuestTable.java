package dev.rollcall.rest.rsvp.invitation;

import dev.rollcall.error.InvalidInputException;
import dev.rollcall.port.Outcome;
import dev.rollcall.rsvp.invitation.InvitationDraft;
import dev.rollcall.value.TextRule;
import java.text.Normalizer;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A table of guests: its first row names the columns, in one of several languages, as address books and spreadsheets do. */
final class GuestTable {

    /** Columns that are read, by their names in lower case without accents, blanks and punctuation. */
    private enum Column {
        EMAIL("""
                email emailaddress emailaddresses emailadresse email1value mail mailadresse adresseemail adressemail
                adresseelectronique courriel correo correoelectronico direcciondecorreoelectronico indirizzoemail
                indirizzodipostaelettronica postaelettronica emailadres epost epostadress adresemail enderecodeemail"""),
        NAME("""
                name fullname displayname guest guestname vollstandigername anzeigename gast nomcomplet nombrecompleto
                nomecompleto naam namn navn"""),
        FIRST_NAME("firstname givenname vorname prenom nombre nome voornaam fornamn imie"),
        LAST_NAME("""
                lastname familyname surname nachname familienname nom nomdefamille apellido apellidos cognome sobrenome
                achternaam efternamn nazwisko"""),
        PARTY_LIMIT("partylimit"),
        STATUS("status");

        private final String names;

        Column(String names) {
            this.names = names;
        }

        /** Whether a column of this name, written plainly, is this one. */
        boolean isCalled(String name) {
            return List.of(names.split("\\s+")).contains(name);
        }
    }

    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]");

    private final Map<Column, Integer> columns = new EnumMap<>(Column.class);

    private GuestTable(Csv.Row header) {
        List<String> names = header.cells().stream().map(GuestTable::plain).toList();
        for (Column column : Column.values()) {
            IntStream.range(0, names.size())
                    .filter(i -> column.isCalled(names.get(i)))
                    .findFirst()
                    .ifPresent(i -> columns.put(column, i));
        }
        if (!columns.containsKey(Column.EMAIL)) {
            throw noHeader();
        }
    }

    /**
     * Reads a table.
     *
     * @throws InvalidInputException where it is none, or no column has addresses
     */
    static List<GuestEntries.Entry> read(String text) {
        List<Csv.Row> rows = Csv.read(text);
        if (rows.isEmpty()) {
            throw noHeader();
        }
        GuestTable table = new GuestTable(rows.getFirst());
        return rows.stream().skip(1).map(table::entry).toList();
    }

    private GuestEntries.Entry entry(Csv.Row row) {
        return new GuestEntries.Entry(row.number(), shown(row), Outcome.of(() -> draft(row)));
    }

    private InvitationDraft draft(Csv.Row row) {
        if (cell(row, Column.STATUS).equalsIgnoreCase("withdrawn")) {
            throw new InvalidInputException("was withdrawn; empty its status to invite again");
        }
        return GuestEntries.draft(cell(row, Column.EMAIL), name(row), cell(row, Column.PARTY_LIMIT));
    }

    private String name(Csv.Row row) {
        String full = cell(row, Column.NAME);
        return full.isEmpty() ? cell(row, Column.FIRST_NAME) + " " + cell(row, Column.LAST_NAME) : full;
    }

    /** What is read of a row: what else an export has would hide it. */
    private String shown(Csv.Row row) {
        String read = Stream.of(cell(row, Column.EMAIL), TextRule.trimmed(name(row)), cell(row, Column.PARTY_LIMIT))
                .filter(cell -> !cell.isEmpty())
                .collect(Collectors.joining(", "));
        return read.isEmpty() ? String.join(", ", row.cells()) : read;
    }

    private String cell(Csv.Row row, Column column) {
        int index = columns.getOrDefault(column, Integer.MAX_VALUE);
        return index < row.cells().size() ? row.cells().get(index) : "";
    }

    /** {@code E-Mail-Adresse} and {@code e_mail adresse} are one name, and so are {@code Prénom} and {@code PRENOM}. */
    private static String plain(String name) {
        return NO_LETTER
                .matcher(Normalizer.normalize(name, Normalizer.Form.NFD).toLowerCase(Locale.ROOT))
                .replaceAll("");
    }

    private static InvalidInputException noHeader() {
        return new InvalidInputException(
                "must have a first row that names the columns, one of them email, such as: email,name,party_limit");
    }
}
