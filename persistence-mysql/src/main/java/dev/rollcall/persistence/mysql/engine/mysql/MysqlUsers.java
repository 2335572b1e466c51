package dev.rollcall.persistence.mysql.engine.mysql;

import dev.rollcall.error.InvalidInputException;
import dev.rollcall.error.RollcallException;
import dev.rollcall.error.Violation;
import dev.rollcall.persistence.mysql.engine.StoreErrors;
import dev.rollcall.storage.StorageSettings;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Creates the users of one database. Their rights are granted table by table, on the tables of the connection's database.
 *
 * @param connection a connection of a user who may create users and grant rights
 * @param authentication the authentication of the users, as in MySQL's {@code CREATE USER}
 * @param errors the meaning of the driver's errors
 */
record MysqlUsers(Connection connection, String authentication, StoreErrors errors) {

    /** The login by a token of AWS's, which only Aurora and RDS know. */
    static final String IAM = "IDENTIFIED WITH AWSAuthenticationPlugin AS 'RDS'";

    private static final Logger LOG = System.getLogger(MysqlUsers.class.getName());

    /** The statements that {@link #admit} runs, as a script. */
    String script(Set<StorageUser> users) {
        return statements(users).stream().map(statement -> statement + ";\n").collect(Collectors.joining());
    }

    /** Creates the users that do not exist, and grants all of them what they need. */
    void admit(Set<StorageUser> users) {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements(users)) {
                LOG.log(Level.DEBUG, "Letting a user in: {0}", sql);
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private List<String> statements(Set<StorageUser> users) {
        return users.stream().sorted().flatMap(this::statements).toList();
    }

    private Stream<String> statements(StorageUser user) {
        return Stream.concat(
                Stream.of("CREATE USER IF NOT EXISTS " + user + " " + authentication),
                user.grants().stream()
                        .map(grant -> "GRANT " + grant.privileges() + " ON " + grant.table() + " TO " + user));
    }

    private RollcallException failure(SQLException e) {
        return switch (e.getErrorCode()) {
            // The plug-in is not loaded.
            case 1524 ->
                invalid(
                        StorageSettings.USERS_VARIABLE,
                        "must not be set for this database: it is not of Aurora or RDS, and does not know their login by"
                                + " IAM. Unset it, and make the users with passwords; with it set, rollcall migrate --dry-run"
                                + " shows what they need");
            // Access denied, to the database, to a command, for lack of a privilege, to granting with creating.
            case 1044, 1142, 1227, 1410 ->
                invalid(
                        StorageSettings.USER_VARIABLE,
                        "must be a user who may make users and grant rights, as " + StorageSettings.USERS_VARIABLE
                                + " asks for it: log in as the database's administrator");
            default -> errors.nothingWritten(e);
        };
    }

    private static InvalidInputException invalid(String variable, String detail) {
        return new InvalidInputException(List.of(new Violation(variable, detail)));
    }
}
