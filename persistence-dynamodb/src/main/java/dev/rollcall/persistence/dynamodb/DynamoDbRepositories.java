package dev.rollcall.persistence.dynamodb;

import dev.rollcall.customer.CustomerRepository;
import dev.rollcall.guid.GuidRepository;
import dev.rollcall.number.NumberRepository;
import dev.rollcall.persistence.dynamodb.customer.DynamoDbCustomerRepository;
import dev.rollcall.persistence.dynamodb.guid.DynamoDbGuidRepository;
import dev.rollcall.persistence.dynamodb.number.DynamoDbNumberRepository;
import dev.rollcall.persistence.dynamodb.rsvp.event.DynamoDbEventRepository;
import dev.rollcall.persistence.dynamodb.rsvp.invitation.DynamoDbInvitationRepository;
import dev.rollcall.persistence.dynamodb.rsvp.link.DynamoDbLinkRepository;
import dev.rollcall.persistence.dynamodb.rsvp.outbox.DynamoDbOutboxRepository;
import dev.rollcall.persistence.dynamodb.rsvp.user.DynamoDbUserRepository;
import dev.rollcall.persistence.dynamodb.schema.TableCheck;
import dev.rollcall.persistence.dynamodb.table.DynamoDb;
import dev.rollcall.persistence.dynamodb.uuid.DynamoDbUuidRepository;
import dev.rollcall.rsvp.event.EventRepository;
import dev.rollcall.rsvp.invitation.InvitationRepository;
import dev.rollcall.rsvp.link.LinkRepository;
import dev.rollcall.rsvp.outbox.OutboxRepository;
import dev.rollcall.rsvp.user.UserRepository;
import dev.rollcall.storage.Repositories;
import dev.rollcall.uuid.UuidRepository;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Every port on DynamoDB. Thread-safe. */
public final class DynamoDbRepositories implements Repositories {

    /** Writes of different things don't wait for each other, and each batch is written by many requests at once. */
    private static final int WRITERS = 8;

    private final DynamoDb dynamoDb;
    private final UuidRepository uuids;
    private final GuidRepository guids;
    private final UserRepository users;
    private final EventRepository events;
    private final InvitationRepository invitations;
    private final OutboxRepository outbox;
    private final LinkRepository links;
    private final CustomerRepository customers;
    private final NumberRepository numbers;

    /**
     * The ports.
     *
     * @param dynamoDb sends the requests; closed with these
     */
    DynamoDbRepositories(DynamoDb dynamoDb) {
        this.dynamoDb = dynamoDb;
        RandomGenerator random = new SecureRandom();
        uuids = new DynamoDbUuidRepository(dynamoDb, random);
        guids = new DynamoDbGuidRepository(dynamoDb, random);
        users = new DynamoDbUserRepository(dynamoDb, random);
        events = new DynamoDbEventRepository(dynamoDb, random);
        invitations = new DynamoDbInvitationRepository(dynamoDb, random);
        outbox = new DynamoDbOutboxRepository(dynamoDb, random);
        links = new DynamoDbLinkRepository(dynamoDb, random);
        customers = new DynamoDbCustomerRepository(dynamoDb, random);
        numbers = new DynamoDbNumberRepository(dynamoDb, random);
    }

    /**
     * The ports on a client of one's own. Its tables are looked at before the first use and never changed.
     *
     * @param client sends the requests, up to 64 at once to the same tables. Its own retries should be off and its time-outs short ({@code
     *     retryStrategy(AwsRetryStrategy.doNotRetry())} and {@code apiCallAttemptTimeout} of about 2 seconds), since requests are
     *     repeated here already, and callers wait for 10 seconds. It is not closed with what is returned.
     * @param prefix what the names of the tables begin with; may be empty
     * @return the ports
     */
    public static DynamoDbRepositories over(DynamoDbClient client, String prefix) {
        TableCheck check = new TableCheck(prefix, Optional.empty(), "dynamodb:REGION?prefix=" + prefix);
        return new DynamoDbRepositories(new DynamoDb(client, prefix, check, () -> {}));
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
        return WRITERS;
    }

    @Override
    public void verify() {
        dynamoDb.verify();
    }

    @Override
    public void close() {
        dynamoDb.close();
    }
}
