package dev.rollcall.persistence.mysql.engine;

import java.sql.Connection;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.Scope;
import org.jooq.conf.ExecuteWithoutWhere;
import org.jooq.conf.RenderNameCase;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;

/** jOOQ as it is used here. */
public final class Dsl {

    static {
        // Read once, when jOOQ is loaded.
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
    }

    /** The maximum number of values in one statement: SQLite takes 32,766. */
    private static final int MAX_VALUES = 30_000;

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
            .withInlineThreshold(MAX_VALUES)
            .withExecuteUpdateWithoutWhere(ExecuteWithoutWhere.THROW)
            .withExecuteDeleteWithoutWhere(ExecuteWithoutWhere.THROW);

    private Dsl() {}

    static DSLContext of(Connection connection, SQLDialect dialect, Engine engine) {
        DSLContext dsl = DSL.using(connection, dialect, SETTINGS);
        dsl.configuration().data(Engine.class, engine);
        return dsl;
    }

    /**
     * The engine that runs the statements of a transaction or of a binding.
     *
     * @param scope any scope of jOOQ's within a read or a write of a {@link Database}
     * @return the engine
     */
    public static Engine engine(Scope scope) {
        return (Engine) Objects.requireNonNull(scope.configuration().data(Engine.class), "no scope of this module's");
    }
}
