package dev.rollcall.testkit.server;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A MySQL or MariaDB that the tests do not start, named by an environment variable. */
final class ExternalDatabaseServer implements DatabaseServer {

    private static final Pattern URL = Pattern.compile("(jdbc:mysql://[^/?]+)(?:/[^?]*)?(\\?.*)?");

    private final String variable;
    private final String address;
    private final String parameters;
    private final String user;
    private final String password;

    ExternalDatabaseServer(String variable, Map<String, String> variables) {
        this(
                variable,
                variables.getOrDefault(variable, ""),
                variables.getOrDefault(variable + "_USER", "root"),
                variables.getOrDefault(variable + "_PASSWORD", ""));
    }

    ExternalDatabaseServer(String variable, String url, String user, String password) {
        Matcher matcher = URL.matcher(url);
        if (!matcher.matches()) {
            throw new IllegalStateException(
                    variable + " is '" + url + "'. It takes the address of a server: jdbc:mysql://host:port");
        }
        this.variable = variable;
        this.address = matcher.group(1);
        this.parameters = matcher.group(2) == null ? "" : matcher.group(2);
        this.user = user;
        this.password = password;
    }

    /** How the environment names one. */
    static String example(String variable) {
        return variable + "=jdbc:mysql://host:3306 " + variable + "_USER=… " + variable + "_PASSWORD=…";
    }

    @Override
    public String jdbcUrl(String database) {
        return address + "/" + database + parameters;
    }

    @Override
    public String user() {
        return user;
    }

    @Override
    public String password() {
        return password;
    }

    @Override
    public void start() {
        try {
            connect();
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "The server that " + variable + " names does not let " + user + " in: " + e.getMessage(), e);
        }
    }

    @Override
    public void stop() {
        throw NotOurs.cannotBe("stopped", this);
    }

    @Override
    public void kill() {
        throw NotOurs.cannotBe("killed", this);
    }

    @Override
    public boolean running() {
        try {
            connect();
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public void close() {
        // Its owner closes it.
    }

    @Override
    public String toString() {
        return variable + " at " + address;
    }

    private void connect() throws SQLException {
        DriverManager.getConnection(jdbcUrl(""), user, password).close();
    }
}
