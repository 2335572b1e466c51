package dev.rollcall.persistence.dynamodb.rsvp.invitation;

import dev.rollcall.persistence.dynamodb.schema.DynamoDbTable;
import dev.rollcall.persistence.dynamodb.table.DynamoDb;
import dev.rollcall.persistence.dynamodb.table.ItemTable;
import java.util.random.RandomGenerator;

/**
 * The tables that one step of a guest list may touch.
 *
 * @param events events, with their counts
 * @param users their organizers
 * @param invitations invitations
 * @param waitlist the table of places in wait-lists
 * @param answers the table of changes of answers
 * @param outbox the table of queued messages
 */
record GuestListTables(
        ItemTable events,
        ItemTable users,
        ItemTable invitations,
        ItemTable waitlist,
        ItemTable answers,
        ItemTable outbox) {

    GuestListTables(DynamoDb dynamoDb, RandomGenerator random) {
        this(
                new ItemTable(dynamoDb, DynamoDbTable.EVENTS, random),
                new ItemTable(dynamoDb, DynamoDbTable.USERS, random),
                new ItemTable(dynamoDb, DynamoDbTable.INVITATIONS, random),
                new ItemTable(dynamoDb, DynamoDbTable.WAITLIST, random),
                new ItemTable(dynamoDb, DynamoDbTable.ANSWERS, random),
                new ItemTable(dynamoDb, DynamoDbTable.OUTBOX, random));
    }
}
