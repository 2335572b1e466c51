package dev.rollcall.persistence.mysql;

import dev.rollcall.customer.CustomerRepository;
import dev.rollcall.guid.GuidRepository;
import dev.rollcall.number.NumberRepository;
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
import dev.rollcall.rsvp.event.EventRepository;
import dev.rollcall.rsvp.invitation.InvitationRepository;
import dev.rollcall.rsvp.link.LinkRepository;
import dev.rollcall.rsvp.outbox.OutboxRepository;
import dev.rollcall.rsvp.user.UserRepository;
import dev.rollcall.storage.Repositories;
import dev.rollcall.uuid.UuidRepository;
import javax.sql.DataSource;

/** Every port on MySQL, Aurora MySQL, MariaDB or SQLite. Thread-safe. */
public final class JooqRepositories implements Repositories {

    private final Database database;
    private final UuidRepository uuids;
    private final GuidRepository guids;
    private final UserRepository users;
    private final EventRepository events;
    private final InvitationRepository invitations;
    private final OutboxRepository outbox;
    private final LinkRepository links;
    private final CustomerRepository customers;
    private final NumberRepository numbers;

    JooqRepositories(Database database) {
        this.database = database;
        uuids = new JooqUuidRepository(database);
        guids = new JooqGuidRepository(database);
        users = new JooqUserRepository(database);
        events = new JooqEventRepository(database);
        invitations = new JooqInvitationRepository(database);
        outbox = new JooqOutboxRepository(database);
        links = new JooqLinkRepository(database);
        customers = new JooqCustomerRepository(database);
        numbers = new JooqNumberRepository(database);
    }

    /**
     * The ports on a pool of one's own. Its schema is looked at before the first use and never changed.
     *
     * @param dataSource a pool of connections to MySQL, Aurora MySQL or MariaDB, which sets back what is changed of a
     *     connection when it is returned; up to 18 are used at once. It is not closed with what is returned.
     * @return the ports
     */
    public static JooqRepositories over(DataSource dataSource) {
        return new JooqRepositories(DatabaseFactory.over(new MysqlEngine(), dataSource));
    }

    @Override
    public UuidRepository uuids() {
        return uuids;
    }

    @Override
    public GuidRepository guids() {
        return guids;
    }

    @Override
    public UserRepository users() {
        return users;
    }

    @Override
    public EventRepository events() {
        return events;
    }

    @Override
    public InvitationRepository invitations() {
        return invitations;
    }

    @Override
    public OutboxRepository outbox() {
        return outbox;
    }

    @Override
    public LinkRepository links() {
        return links;
    }

    @Override
    public CustomerRepository customers() {
        return customers;
    }

    @Override
    public NumberRepository numbers() {
        return numbers;
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
