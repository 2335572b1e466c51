package dev.rollcall.testkit.server;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;

/** A real database server that speaks MySQL's protocol. One of a test's own keeps what was committed, whatever ends it. */
public interface DatabaseServer extends TestServer {

    /**
     * Where a database of this server is.
     *
     * @param database its name, or an empty text for none
     * @return the JDBC URL, {@code jdbc:mysql://host:port/database}, without user and password
     */
    String jdbcUrl(String database);

    /**
     * Who may do everything.
     *
     * @return the name of the user
     */
    String user();

    /**
     * What the user's password is.
     *
     * @return the password, often an empty text
     */
    String password();

    /**
     * Creates an empty database. Nothing happens where there is one of that name already.
     *
     * @param database its name: lower-case letters, digits and underscores, at most 64
     * @throws IllegalArgumentException where the name is another
     * @throws IllegalStateException where the server refuses
     */
    default void createDatabase(String database) {
        if (!Pattern.matches("[a-z0-9_]{1,64}", database)) {
            throw new IllegalArgumentException(
                    "A database's name is 1 to 64 of a-z, 0-9 and _, not '" + database + "'.");
        }
        try (Connection connection = DriverManager.getConnection(jdbcUrl(""), user(), password());
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE IF NOT EXISTS " + database);
        } catch (SQLException e) {
            throw new IllegalStateException("Database " + database + " cannot be created.", e);
        }
    }
}
