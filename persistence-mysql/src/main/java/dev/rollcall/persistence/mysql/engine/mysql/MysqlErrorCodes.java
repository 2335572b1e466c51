package dev.rollcall.persistence.mysql.engine.mysql;

import static dev.rollcall.persistence.mysql.engine.SqlError.CONTENTION;
import static dev.rollcall.persistence.mysql.engine.SqlError.DUPLICATE_KEY;
import static dev.rollcall.persistence.mysql.engine.SqlError.FOREIGN_KEY;
import static dev.rollcall.persistence.mysql.engine.SqlError.FULL;
import static dev.rollcall.persistence.mysql.engine.SqlError.INTERRUPTED;
import static dev.rollcall.persistence.mysql.engine.SqlError.LOGIN_REFUSED;
import static dev.rollcall.persistence.mysql.engine.SqlError.NO_DATABASE;
import static dev.rollcall.persistence.mysql.engine.SqlError.NO_KEY;
import static dev.rollcall.persistence.mysql.engine.SqlError.OVERLOADED;
import static dev.rollcall.persistence.mysql.engine.SqlError.READ_ONLY;
import static dev.rollcall.persistence.mysql.engine.SqlError.UNFORESEEN;
import static dev.rollcall.persistence.mysql.engine.SqlError.UNREACHABLE;

import dev.rollcall.persistence.mysql.engine.SqlError;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The error numbers of MySQL, MariaDB, TiDB (8001 to 8252 and 9001 to 9013) and RDS Proxy (9501), and where none is known the
 * SQLState.
 */
final class MysqlErrorCodes {

    /** What {@code 1290} says of the option that forbids the statement. Only of some options is it that nothing is written. */
    private static final Pattern OTHER_OPTION = Pattern.compile("--(?!\\S*read[-_]only)[a-z]");

    /** The number of the system or the storage engine that some errors only pass on. */
    private static final Pattern PASSED_ON = Pattern.compile("(?:Got error|errno:) (\\d+)");

    private MysqlErrorCodes() {}

    static SqlError meaning(SQLException e) {
        int code = e.getErrorCode();
        return code >= 8001 && code <= 9999 ? ofClusters(e) : ofServers(e);
    }

    private static SqlError ofServers(SQLException e) {
        return switch (e.getErrorCode()) {
            case 1022, 1062, 1169, 1586, 1859 -> DUPLICATE_KEY;
            case 1216, 1217, 1451, 1452 -> FOREIGN_KEY;
            // Lock wait timeout, deadlock (in Galera lost certification), changed since read, definition changed,
            // rolled back for a deadlock, to be prepared again, wait aborted, lost certification, lock not available.
            case 1205, 1213, 1020, 1412, 1614, 1615, 1689, 3101, 3572 -> CONTENTION;
            // Too many connections (of the server, of the user), threads, locks, statements, transactions; out of
            // resources or memory; statement or transaction took too long.
            case 1040, 1203, 1226, 1135, 1206, 1461, 1637, 1037, 1038, 1041, 1613, 1969, 3024, 3170 -> OVERLOADED;
            // Table is read only, read-only transaction, read-only mode, InnoDB is read only.
            case 1036, 1792, 1836, 1874 -> READ_ONLY;
            case 1290 -> forbidden(e);
            // Disk full, table full, temporary file, undo log.
            case 1021, 1114, 1878, 3019 -> FULL;
            // Error writing a file, from the storage engine, during a commit.
            case 1026, 1030, 1180 -> passedOn(e);
            default -> ofConnections(e);
        };
    }

    private static SqlError ofConnections(SQLException e) {
        return switch (e.getErrorCode()) {
            // Also: no right on a column, login by a method that the driver does not know, password to be changed,
            // locked after failures, locked.
            case 1044, 1045, 1130, 1142, 1143, 1227, 1251, 1524, 1698, 1820, 1862, 3118, 3159, 3955, 4151 ->
                LOGIN_REFUSED;
            case 1046, 1049 -> NO_DATABASE;
            // Shutdown, killed, aborted, network trouble, idle for too long, host blocked, not of the cluster (Galera,
            // Group Replication), offline, not available.
            case 1047,
                    1053,
                    1077,
                    1079,
                    1129,
                    1152,
                    1158,
                    1159,
                    1160,
                    1161,
                    1184,
                    1927,
                    2006,
                    2013,
                    3032,
                    3100,
                    3168,
                    3169,
                    4031 -> UNREACHABLE;
            case 1317 -> INTERRUPTED;
            // A packet that is too large, which the same again will be, though its state is that of a lost connection.
            case 1153 -> UNFORESEEN;
            default -> ofState(e);
        };
    }

    /** Of engines and proxies that speak MySQL's protocol before storage elsewhere. */
    private static SqlError ofClusters(SQLException e) {
        return switch (e.getErrorCode()) {
            // Write conflict, rolled back at the commit, schema changed, table locked, snapshot too old, lock not
            // resolved.
            case 8002, 8005, 8022, 8027, 8028, 8020, 8055, 9004, 9006, 9007 -> CONTENTION;
            // Memory or resources of this statement or user used up, transaction took too long, storage busy, no
            // connection of the proxy's free.
            case 8001, 8175, 8176, 8229, 8252, 9003, 9008, 9501 -> OVERLOADED;
            case 8121 -> LOGIN_REFUSED;
            // The storage behind the server does not answer it.
            case 8120, 8251, 9001, 9002, 9005, 9010 -> UNREACHABLE;
            default -> ofState(e);
        };
    }

    private static SqlError forbidden(SQLException e) {
        return OTHER_OPTION.matcher(message(e)).find() ? UNFORESEEN : READ_ONLY;
    }

    private static SqlError passedOn(SQLException e) {
        Matcher number = PASSED_ON.matcher(message(e));
        if (!number.find()) {
            return UNFORESEEN;
        }
        return switch (number.group(1)) {
            // ENOSPC, HA_ERR_RECORD_FILE_FULL.
            case "28", "135" -> FULL;
            // HA_ERR_LOCK_WAIT_TIMEOUT, HA_ERR_LOCK_DEADLOCK.
            case "146", "149" -> CONTENTION;
            default -> UNFORESEEN;
        };
    }

    private static SqlError ofState(SQLException e) {
        if (message(e).startsWith("Public Key Retrieval is not allowed")) {
            return NO_KEY;
        }
        return SqlError.ofState(e);
    }

    private static String message(SQLException e) {
        return String.valueOf(e.getMessage());
    }
}
