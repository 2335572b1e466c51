package dev.rollcall.persistence.mysql;

import dev.rollcall.db.LiquibaseMigration;
import dev.rollcall.storage.SchemaMigration;
import dev.rollcall.storage.StorageUser;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The migration of a server's database, which has users of its own.
 *
 * @param schema brings the tables up to date
 * @param users lets users at them, on the same connection
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
    public String admission(Set<StorageUser> admitted) {
        return users.script(admitted);
    }

    @Override
    public void admit(Set<StorageUser> admitted) {
        users.admit(admitted);
    }

    @Override
    public void close() {
        schema.close();
    }
}
