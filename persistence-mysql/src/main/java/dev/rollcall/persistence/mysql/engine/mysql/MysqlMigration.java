package dev.rollcall.persistence.mysql.engine.mysql;

import dev.rollcall.db.LiquibaseMigration;
import dev.rollcall.storage.SchemaMigration;
import java.util.List;
import java.util.function.Consumer;

/**
 * The migration of a database on a server, which has users.
 *
 * @param schema brings the tables up to date
 * @param users creates the users, on the same connection
 */
record MysqlMigration(LiquibaseMigration schema, MysqlUsers users) implements SchemaMigration {

    @Override
    public List<String> pending() {
        return schema.pending();
    }

    @Override
    public String script() {
        return schema.script();
    }

    @Override
    public int apply(Consumer<String> progress) {
        return schema.apply(progress);
    }

    @Override
    public List<String> notes() {
        return schema.notes();
    }

    @Override
    public String admission(String names) {
        return users.script(StorageUser.parse(names));
    }

    @Override
    public void admit(String names) {
        users.admit(StorageUser.parse(names));
    }

    @Override
    public void close() {
        schema.close();
    }
}
