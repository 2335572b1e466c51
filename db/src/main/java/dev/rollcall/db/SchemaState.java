package dev.rollcall.db;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The schema of a database, compared with the one that this program needs.
 *
 * @param pending the changes that the database does not have yet, in the order in which they are applied
 * @param unknown the changes that it has and this program does not know, made by a newer one
 */
public record SchemaState(List<String> pending, List<String> unknown) {

    private static final String NO_SUCH_TABLE = "42S02";

    /** Copies the lists. */
    public SchemaState {
        pending = List.copyOf(pending);
        unknown = List.copyOf(unknown);
    }

    /**
     * Asks a database by one query; Liquibase is not loaded for it.
     *
     * @param connection the connection to the database
     * @return the state of its schema
     * @throws SQLException where the database does not answer
     */
    public static SchemaState of(Connection connection) throws SQLException {
        Set<String> applied = applied(connection);
        List<String> pending = new ArrayList<>(Changelog.ids());
        pending.removeAll(applied);
        List<String> unknown = new ArrayList<>(applied);
        unknown.removeAll(Set.copyOf(Changelog.ids()));
        return new SchemaState(pending, unknown);
    }

    /**
     * Whether it is the one that this program needs.
     *
     * @return whether nothing is pending and nothing unknown
     */
    public boolean current() {
        return pending.isEmpty() && unknown.isEmpty();
    }

    /**
     * Whether the database has nothing of Rollcall's yet.
     *
     * @return whether every change is pending and none unknown
     */
    public boolean empty() {
        return unknown.isEmpty() && pending.equals(Changelog.ids());
    }

    private static Set<String> applied(Connection connection) throws SQLException {
        Set<String> ids = new LinkedHashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT ID FROM DATABASECHANGELOG WHERE AUTHOR = '"
                        + Changelog.AUTHOR + "' ORDER BY ORDEREXECUTED")) {
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
        } catch (SQLException e) {
            if (!isMissingTable(e)) {
                throw e;
            }
        }
        return ids;
    }

    /** SQLite has no code for it. */
    private static boolean isMissingTable(SQLException e) {
        return NO_SUCH_TABLE.equals(e.getSQLState())
                || String.valueOf(e.getMessage()).contains("no such table: DATABASECHANGELOG");
    }
}
