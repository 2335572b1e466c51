package dev.rollcall.persistence.dynamodb;

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
import dev.rollcall.storage.Repositories;
import dev.rollcall.storage.Store;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A store on DynamoDB. Thread-safe. */
public final class DynamoDbStore implements Store {

    /** Writes of different things don't wait for each other, and each batch is written by many requests at once. */
    private static final int WRITERS = 8;

    private final DynamoDb dynamoDb;
    private final Repositories repositories;

    /**
     * The store.
     *
     * @param dynamoDb sends the requests; closed with the store
     */
    DynamoDbStore(DynamoDb dynamoDb) {
        this.dynamoDb = dynamoDb;
        RandomGenerator random = new SecureRandom();
        repositories = new Repositories(
                new DynamoDbUuidRepository(dynamoDb, random),
                new DynamoDbGuidRepository(dynamoDb, random),
                new DynamoDbUserRepository(dynamoDb, random),
                new DynamoDbEventRepository(dynamoDb, random),
                new DynamoDbInvitationRepository(dynamoDb, random),
                new DynamoDbOutboxRepository(dynamoDb, random),
                new DynamoDbLinkRepository(dynamoDb, random),
                new DynamoDbCustomerRepository(dynamoDb, random),
                new DynamoDbNumberRepository(dynamoDb, random));
    }

    /**
     * A store on a client of the caller. Its tables are checked before the first use and never changed.
     *
     * @param client sends the requests, up to 64 at once to the same tables. Its own retries should be off and its time-outs
     *     short ({@code retryStrategy(AwsRetryStrategy.doNotRetry())} and {@code apiCallAttemptTimeout} of about 2 seconds),
     *     since requests are repeated here already, and callers wait for 10 seconds. It is not closed with what is returned.
     * @param prefix the prefix of the names of the tables; may be empty
     * @return the store
     */
    public static DynamoDbStore over(DynamoDbClient client, String prefix) {
        TableCheck check = new TableCheck(prefix, Optional.empty(), "dynamodb:REGION?prefix=" + prefix);
        return new DynamoDbStore(new DynamoDb(client, prefix, check, () -> {}));
    }

    @Override
    public Repositories repositories() {
        return repositories;
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
