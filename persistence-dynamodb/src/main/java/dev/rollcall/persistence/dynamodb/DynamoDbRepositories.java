package dev.rollcall.persistence.dynamodb;

import dev.rollcall.customer.CustomerRepository;
import dev.rollcall.guid.GuidRepository;
import dev.rollcall.number.NumberRepository;
import dev.rollcall.rsvp.EventRepository;
import dev.rollcall.rsvp.UserRepository;
import dev.rollcall.storage.Repositories;
import dev.rollcall.uuid.UuidRepository;
import java.security.SecureRandom;
import java.util.random.RandomGenerator;

/** Every port on DynamoDB. Thread-safe. */
public final class DynamoDbRepositories implements Repositories {

    private final DynamoDb dynamoDb;
    private final Runnable gate;
    private final UuidRepository uuids;
    private final GuidRepository guids;
    private final UserRepository users;
    private final EventRepository events;
    private final CustomerRepository customers;
    private final NumberRepository numbers;

    /**
     * The ports.
     *
     * @param dynamoDb sends the requests; closed with these
     * @param gate throws where the store can't serve
     */
    DynamoDbRepositories(DynamoDb dynamoDb, Runnable gate) {
        this.dynamoDb = dynamoDb;
        this.gate = gate;
        RandomGenerator random = new SecureRandom();
        uuids = new DynamoDbUuidRepository(dynamoDb, random);
        guids = new DynamoDbGuidRepository(dynamoDb, random);
        users = new DynamoDbUserRepository(dynamoDb, random);
        events = new DynamoDbEventRepository(dynamoDb, random);
        customers = new DynamoDbCustomerRepository(dynamoDb, random);
        numbers = new DynamoDbNumberRepository(dynamoDb, random);
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
    public CustomerRepository customers() {
        return customers;
    }

    @Override
    public NumberRepository numbers() {
        return numbers;
    }

    @Override
    public int writers() {
        return 2;
    }

    @Override
    public void verify() {
        gate.run();
    }

    @Override
    public void close() {
        dynamoDb.close();
    }
}
