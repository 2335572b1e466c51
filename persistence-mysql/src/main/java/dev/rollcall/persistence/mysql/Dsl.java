package dev.rollcall.persistence.mysql;

import java.sql.Connection;
import java.sql.SQLException;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.ExecuteWithoutWhere;
import org.jooq.conf.RenderNameCase;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;

/** jOOQ as it is used here. */
final class Dsl {

    static {
        // Read once, when jOOQ is loaded.
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
    }

    private static final Settings SETTINGS = new Settings()
            .withExecuteLogging(false)
            .withFetchWarnings(false)
            .withAttachRecords(false)
            .withRenderSchema(false)
            .withRenderCatalog(false)
            // The generator gives names in upper case, and MySQL on Linux tells the cases of table names apart.
            .withRenderNameCase(RenderNameCase.LOWER)
            .withRenderQuotedNames(RenderQuotedNames.EXPLICIT_DEFAULT_UNQUOTED)
            // jOOQ would write values into the text of a statement from 999 of them on.
            .withInlineThreshold(Batches.MAX_VALUES)
            .withExecuteUpdateWithoutWhere(ExecuteWithoutWhere.THROW)
            .withExecuteDeleteWithoutWhere(ExecuteWithoutWhere.THROW);

    private Dsl() {}

    static DSLContext of(Connection connection, SQLDialect dialect) {
        return DSL.using(connection, dialect, SETTINGS);
    }

    /** Which dialect a connection's database speaks. MySQL's driver calls MariaDB MySQL, but for its version. */
    static SQLDialect dialect(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        String version = connection.getMetaData().getDatabaseProductVersion();
        if (product.equals("SQLite")) {
            return SQLDialect.SQLITE;
        }
        return (product + version).contains("MariaDB") ? SQLDialect.MARIADB : SQLDialect.MYSQL;
    }
}
