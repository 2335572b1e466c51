package dev.rollcall.db;

import dev.rollcall.port.StoredValues;
import dev.rollcall.rsvp.user.EmailAddress;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The stored keys of e-mail addresses, which must be those that {@link EmailAddress#key} gives: another version of Rollcall may
 * have reckoned them by other rules. Correcting them again changes nothing.
 */
final class EmailKeys {

    /** The change set for this in the changelog: once it is applied, the keys are right. */
    static final String CHANGE_SET = "rsvp-20";

    private static final int PAGE = 1_000;

    /** The condition for what comes after a key is said so that an index range serves it, also on MySQL. */
    private static final List<Table> TABLES = List.of(
            new Table("users", List.of("user_id"), "user_id > ?"),
            new Table(
                    "invitations",
                    List.of("event_id", "invitation_id"),
                    "event_id >= ? AND (event_id > ? OR invitation_id > ?)"));

    private final Connection connection;
    private final List<String> notes = new ArrayList<>();

    EmailKeys(Connection connection) {
        this.connection = connection;
    }

    /** Corrects every key. */
    void correct() throws SQLException {
        for (Correction correction : corrections()) {
            try (PreparedStatement update = prepared(correction.sql(text -> "?"), correction.texts())) {
                int unused = update.executeUpdate();
            } catch (SQLException e) {
                if (!isAnothers(correction)) {
                    throw e;
                }
                notes.add(
                        correction.row() + " has an address that another user has in another form; it keeps its key.");
            }
        }
        if (!connection.getAutoCommit()) {
            connection.commit();
        }
    }

    /** Whether another user has this key already: addresses of users are unique. */
    private boolean isAnothers(Correction correction) throws SQLException {
        if (correction.row().table().key().size() > 1) {
            return false;
        }
        try (PreparedStatement select =
                        prepared("SELECT user_id FROM users WHERE email_key = ?", List.of(correction.emailKey()));
                ResultSet rows = select.executeQuery()) {
            return rows.next();
        }
    }

    /** Returns the statements that {@link #correct} would run. */
    String script() throws SQLException {
        return corrections().stream()
                .map(one -> one.sql(EmailKeys::quoted) + ";\n")
                .collect(Collectors.joining());
    }

    /** Returns sentences about rows that a person should look at; none contains an address. */
    List<String> notes() {
        return List.copyOf(notes);
    }

    private List<Correction> corrections() throws SQLException {
        List<Correction> found = new ArrayList<>();
        for (Table table : TABLES) {
            if (table.isThere(connection)) {
                List<String> last = List.of();
                do {
                    last = page(table, last, found);
                } while (!last.isEmpty());
            }
        }
        return found;
    }

    /** Reads a page, and returns the key of its last row; nothing where it was empty. */
    private List<String> page(Table table, List<String> after, List<Correction> found) throws SQLException {
        List<String> last = List.of();
        try (PreparedStatement select = prepared(table.select(after.isEmpty()), table.bound(after));
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                last = new ArrayList<>();
                for (String column : table.key()) {
                    last.add(rows.getString(column));
                }
                look(new Row(table, last), rows.getString("email"), rows.getString("email_key"), found);
            }
        }
        return last;
    }

    private PreparedStatement prepared(String sql, List<String> texts) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < texts.size(); i++) {
            statement.setString(i + 1, texts.get(i));
        }
        return statement;
    }

    private void look(Row row, String typed, String stored, List<Correction> found) {
        EmailAddress address = StoredValues.trust(() -> new EmailAddress(typed));
        if (!address.isAccepted()) {
            notes.add(row + " has an address that would be refused today; it stays as it is.");
        }
        if (!address.key().equals(stored)) {
            found.add(new Correction(row, address.key()));
        }
    }

    /** A table that has addresses, with the columns of its key and the condition for what comes after one. */
    private record Table(String name, List<String> key, String follows) {

        boolean isThere(Connection connection) throws SQLException {
            try (ResultSet tables = connection.getMetaData().getTables(connection.getCatalog(), null, name, null)) {
                return tables.next();
            }
        }

        /** What {@link #follows} has places for: all but the last column come twice. */
        List<String> bound(List<String> after) {
            return after.size() < 2 ? after : List.of(after.getFirst(), after.getFirst(), after.getLast());
        }

        String select(boolean first) {
            String columns = String.join(", ", key);
            return "SELECT " + columns + ", email, email_key FROM " + name + (first ? "" : " WHERE " + follows)
                    + " ORDER BY " + columns + " LIMIT " + PAGE;
        }
    }

    private record Row(Table table, List<String> key) {

        @Override
        public String toString() {
            return table.name() + " " + String.join("/", key);
        }
    }

    /** A key that must be replaced. */
    private record Correction(Row row, String emailKey) {

        String sql(UnaryOperator<String> text) {
            List<String> conditions = new ArrayList<>();
            for (int i = 0; i < row.key().size(); i++) {
                conditions.add(
                        row.table().key().get(i) + " = " + text.apply(row.key().get(i)));
            }
            return "UPDATE " + row.table().name() + " SET email_key = " + text.apply(emailKey) + " WHERE "
                    + String.join(" AND ", conditions);
        }

        /** What {@link #sql} has places for, in their order. */
        List<String> texts() {
            return Stream.concat(Stream.of(emailKey), row.key().stream()).toList();
        }
    }

    /** A text of SQL for a script; only an address that was never right has a backslash, which MySQL takes for an escape. */
    private static String quoted(String text) {
        return "'" + text.replace("\\", "").replace("'", "''") + "'";
    }
}
