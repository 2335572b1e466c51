package dev.rollcall.testkit.server;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;

/**
 * A real database server that speaks MySQL's protocol on a port which stays the same for as long as this object lives.
 *
 * <p>It can be stopped, killed and started again, and keeps what was committed. Starting, stopping, killing and closing
 * is for one thread at a time; everything else is safe for all.
 */
public interface DatabaseServer extends AutoCloseable {

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
     * Starts the server and returns when it answers. Nothing happens where it runs already.
     *
     * @throws IllegalStateException where it ends or does not answer within a minute, with the end of its log
     */
    void start();

    /**
     * Stops the server as its administrator would, by SIGTERM, and returns when it is down. Nothing happens where it is
     * down already.
     *
     * @throws UnsupportedOperationException where the server is not the test's own
     */
    void stop();

    /**
     * Kills the server by SIGKILL, as a power cut would, and returns when it is down. Nothing happens where it is down
     * already.
     *
     * @throws UnsupportedOperationException where the server is not the test's own
     */
    void kill();

    /**
     * Whether the server runs.
     *
     * @return true from the end of {@link #start()} to the beginning of {@link #stop()} or {@link #kill()}
     */
    boolean running();

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

    /** Ends the server and removes its data. It cannot be started again. A server of somebody else is left alone. */
    @Override
    void close();
}
