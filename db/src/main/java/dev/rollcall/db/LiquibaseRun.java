package dev.rollcall.db;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import liquibase.GlobalConfiguration;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.analytics.configuration.AnalyticsArgs;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.visitor.AbstractChangeExecListener;
import liquibase.command.CommandScope;
import liquibase.command.core.UpdateCommandStep;
import liquibase.command.core.UpdateSqlCommandStep;
import liquibase.command.core.helpers.ChangeExecListenerCommandStep;
import liquibase.command.core.helpers.DbUrlConnectionArgumentsCommandStep;
import liquibase.command.core.helpers.ShowSummaryArgument;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.lockservice.LockServiceFactory;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.ui.LoggerUIService;

/** Liquibase, made to say nothing and to tell nobody. The only class that needs it. */
final class LiquibaseRun {

    private final Connection connection;

    /** Something to do with the database as Liquibase sees it. */
    private interface Work<T> {
        T run(Database database) throws Exception;
    }

    LiquibaseRun(Connection connection) {
        this.connection = connection;
    }

    /** Makes what is pending. To be called under the {@link MigrationLock}. */
    void apply(Consumer<String> progress) throws Exception {
        quietly(database -> {
            // The holder of our lock is alone: a lock in Liquibase's table is that of a process which was killed.
            LockServiceFactory.getInstance().getLockService(database).forceReleaseLock();
            return command(UpdateCommandStep.COMMAND_NAME, database)
                    .addArgumentValue(
                            ChangeExecListenerCommandStep.CHANGE_EXEC_LISTENER_ARG, new AbstractChangeExecListener() {
                                @Override
                                public void willRun(
                                        ChangeSet changeSet,
                                        DatabaseChangeLog changelog,
                                        Database same,
                                        ChangeSet.RunStatus status) {
                                    progress.accept(changeSet.getId());
                                }
                            })
                    .execute();
        });
    }

    /** Returns the pending changes as SQL. */
    String script() throws Exception {
        ByteArrayOutputStream sql = new ByteArrayOutputStream();
        quietly(database -> command(UpdateSqlCommandStep.COMMAND_NAME, database)
                .setOutput(sql)
                .execute());
        // The header names the user and the whole URL, which may hold secrets.
        return sql.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.startsWith("-- Against:"))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static CommandScope command(String[] name, Database database) throws Exception {
        return new CommandScope(name)
                .setOutput(OutputStream.nullOutputStream())
                .addArgumentValue(DbUrlConnectionArgumentsCommandStep.DATABASE_ARG, database)
                .addArgumentValue(UpdateCommandStep.CHANGELOG_FILE_ARG, Changelog.PATH)
                .addArgumentValue(ShowSummaryArgument.SHOW_SUMMARY, UpdateSummaryEnum.OFF);
    }

    private <T> void quietly(Work<T> work) throws Exception {
        Map<String, Object> quiet = Map.of(
                Scope.Attr.logService.name(),
                new SilentLogService(),
                Scope.Attr.ui.name(),
                new LoggerUIService(),
                Scope.Attr.resourceAccessor.name(),
                new ClassLoaderResourceAccessor(Changelog.classLoader()),
                Scope.Attr.classLoader.name(),
                Changelog.classLoader(),
                AnalyticsArgs.ENABLED.getKey(),
                false,
                GlobalConfiguration.SHOW_BANNER.getKey(),
                false);
        Scope.child(quiet, () -> {
            Database database =
                    DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
            T result = work.run(database);
            return result;
        });
    }
}
