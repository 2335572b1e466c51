package dev.rollcall.persistence.mysql;

import dev.rollcall.persistence.mysql.customer.JooqCustomerRepository;
import dev.rollcall.persistence.mysql.engine.Database;
import dev.rollcall.persistence.mysql.engine.DatabaseFactory;
import dev.rollcall.persistence.mysql.engine.mysql.MysqlEngine;
import dev.rollcall.persistence.mysql.guid.JooqGuidRepository;
import dev.rollcall.persistence.mysql.number.JooqNumberRepository;
import dev.rollcall.persistence.mysql.rsvp.event.JooqEventRepository;
import dev.rollcall.persistence.mysql.rsvp.invitation.JooqInvitationRepository;
import dev.rollcall.persistence.mysql.rsvp.link.JooqLinkRepository;
import dev.rollcall.persistence.mysql.rsvp.outbox.JooqOutboxRepository;
import dev.rollcall.persistence.mysql.rsvp.user.JooqUserRepository;
import dev.rollcall.persistence.mysql.uuid.JooqUuidRepository;
import dev.rollcall.storage.Repositories;
import dev.rollcall.storage.Store;
import javax.sql.DataSource;

/** A store on MySQL, Aurora MySQL, MariaDB or SQLite. Thread-safe. */
public final class JooqStore implements Store {

    private final Database database;
    private final Repositories repositories;

    JooqStore(Database database) {
        this.database = database;
        repositories = new Repositories(
                new JooqUuidRepository(database),
                new JooqGuidRepository(database),
                new JooqUserRepository(database),
                new JooqEventRepository(database),
                new JooqInvitationRepository(database),
                new JooqOutboxRepository(database),
                new JooqLinkRepository(database),
                new JooqCustomerRepository(database),
                new JooqNumberRepository(database));
    }

    /**
     * A store on a pool of the caller. Its schema is checked before the first use and never changed.
     *
     * @param dataSource a pool of connections to MySQL, Aurora MySQL or MariaDB, which sets back what is changed of a
     *     connection when it is returned; up to 18 are used at once. It is not closed with what is returned.
     * @return the store
     */
    public static JooqStore over(DataSource dataSource) {
        return new JooqStore(DatabaseFactory.over(new MysqlEngine(), dataSource));
    }

    @Override
    public Repositories repositories() {
        return repositories;
    }

    @Override
    public int writers() {
        return database.writers();
    }

    @Override
    public void verify() {
        database.verify();
    }

    @Override
    public void disconnect() {
        database.disconnect();
    }

    @Override
    public void close() {
        database.close();
    }
}
