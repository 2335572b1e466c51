package dev.rollcall.persistence.mysql;

import dev.rollcall.error.InvalidInputException;
import dev.rollcall.error.RollcallException;
import dev.rollcall.error.Violation;
import dev.rollcall.storage.StorageSettings;
import dev.rollcall.storage.StorageUser;
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
 * Makes the users of one database. What they may do is granted table by table, and the tables are those of the connection's
 * database.
 *
 * @param connection of somebody who may make users and grant
 * @param authentication how they log in, as MySQL's {@code CREATE USER} has it
 */
record MysqlUsers(Connection connection, String authentication) {

    /** The login by a token of AWS's, which only Aurora and RDS know. */
    static final String IAM = "IDENTIFIED WITH AWSAuthenticationPlugin AS 'RDS'";

    /** Things that stay once they are there. An insert of one that is there becomes an update. */
    private static final String KEEPING = "SELECT, INSERT, UPDATE";

    private static final String KEEPING_AND_REMOVING = KEEPING + ", DELETE";

    private static final Logger LOG = System.getLogger(MysqlUsers.class.getName());

    /**
     * Something that a user may do.
     *
     * @param privileges MySQL's names for it
     * @param table with which table
     */
    record Grant(String privileges, String table) {}

    /** What each user needs for its system, and to see at its start that the schema is the right one. */
    static List<Grant> grants(StorageUser user) {
        Stream<Grant> own = switch (user) {
            case UUID -> Stream.of(new Grant(KEEPING, "uuids"));
            case GUID -> Stream.of(new Grant(KEEPING_AND_REMOVING, "guids"));
            case RSVP ->
                Stream.of(
                        new Grant(KEEPING_AND_REMOVING, "users"),
                        new Grant(KEEPING_AND_REMOVING, "events"),
                        new Grant(KEEPING, "invitations"),
                        new Grant("SELECT, INSERT", "answers"),
                        new Grant(KEEPING, "outbox"),
                        new Grant("SELECT", "answer_links"),
                        new Grant(KEEPING, "owner_links"));
            case OUTBOX ->
                Stream.of(
                        new Grant("SELECT", "users"),
                        new Grant("SELECT, UPDATE", "events"),
                        new Grant("SELECT, UPDATE", "invitations"),
                        new Grant("INSERT", "answers"),
                        new Grant(KEEPING_AND_REMOVING, "outbox"),
                        new Grant(KEEPING, "answer_links"));
            case SWEEP -> Stream.of(new Grant("SELECT, DELETE", "guids"));
            case CUSTOMER -> Stream.of(new Grant(KEEPING_AND_REMOVING, "customer_ids"));
            case NUMBER -> Stream.of(new Grant(KEEPING, "numbers"));
            case SERVER -> Stream.of();
        };
        return Stream.concat(Stream.of(new Grant("SELECT", "DATABASECHANGELOG")), own)
                .toList();
    }

    /** What {@link #admit} runs, as a script. */
    String script(Set<StorageUser> users) {
        return statements(users).stream().map(statement -> statement + ";\n").collect(Collectors.joining());
    }

    /** Makes users who are not there, and grants all of them what they need. */
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
                grants(user).stream()
                        .map(grant -> "GRANT " + grant.privileges() + " ON " + grant.table() + " TO " + user));
    }

    private static RollcallException failure(SQLException e) {
        return switch (e.getErrorCode()) {
            // The plug-in is not loaded.
            case 1524 ->
                invalid(
                        StorageUser.VARIABLE,
                        "must not be set for this database: it is not of Aurora or RDS, and does not know their login by"
                                + " IAM. Unset it, and make the users with passwords; with it set, rollcall migrate --dry-run"
                                + " shows what they need");
            // Access denied, to the database, to a command, for lack of a privilege, to granting with creating.
            case 1044, 1142, 1227, 1410 ->
                invalid(
                        StorageSettings.USER_VARIABLE,
                        "must be a user who may make users and grant rights, as " + StorageUser.VARIABLE
                                + " asks for it: log in as the database's administrator");
            default -> StoreErrors.nothingWritten(e);
        };
    }

    private static InvalidInputException invalid(String variable, String detail) {
        return new InvalidInputException(List.of(new Violation(variable, detail)));
    }
}
