package dev.rollcall.persistence.dynamodb.number;

import dev.rollcall.number.ExactNumber;
import dev.rollcall.number.NumberRepository;
import dev.rollcall.number.RegisteredNumber;
import dev.rollcall.persistence.dynamodb.schema.DynamoDbTable;
import dev.rollcall.persistence.dynamodb.table.DynamoDb;
import dev.rollcall.persistence.dynamodb.table.ItemList;
import dev.rollcall.persistence.dynamodb.table.ItemRestoration;
import dev.rollcall.persistence.dynamodb.table.ItemTable;
import dev.rollcall.persistence.dynamodb.table.Puts;
import dev.rollcall.port.Outcome;
import dev.rollcall.port.Page;
import dev.rollcall.port.PageRequest;
import dev.rollcall.port.Put;
import dev.rollcall.port.Restoration;
import dev.rollcall.port.Revision;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;

/** Each number is one item, whose key is the number itself. */
public final class DynamoDbNumberRepository implements NumberRepository {

    private static final String RESOURCE = "number";

    private final ItemTable table;
    private final ItemList<RegisteredNumber, ExactNumber> all;

    /**
     * The numbers of one store.
     *
     * @param dynamoDb sends the requests
     * @param random makes tokens; strong and thread-safe
     */
    public DynamoDbNumberRepository(DynamoDb dynamoDb, RandomGenerator random) {
        table = new ItemTable(dynamoDb, DynamoDbTable.NUMBERS, random);
        all = new ItemList<>(
                table, items -> items.stream().map(NumberItems::number).toList(), RegisteredNumber::number);
    }

    @Override
    public List<Outcome<Put<RegisteredNumber>>> putAll(List<ExactNumber> numbers, Instant now) {
        return Puts.each(
                table.dynamoDb(),
                numbers,
                (number, times) -> put(new RegisteredNumber(number, new Revision(now, times))));
    }

    @Override
    public List<Outcome<RegisteredNumber>> restoreAll(List<RegisteredNumber> numbers) {
        return new ItemRestoration<>(
                        table,
                        RESOURCE,
                        RegisteredNumber::number,
                        NumberItems::item,
                        items -> items.stream().map(NumberItems::number).toList(),
                        Restoration::isNeeded)
                .all(numbers);
    }

    @Override
    public Page<RegisteredNumber, ExactNumber> list(PageRequest<ExactNumber> request) {
        return all.scan(request, NumberItems::key);
    }

    private RegisteredNumber put(RegisteredNumber first) {
        return NumberItems.number(Puts.storeOrMoveOn(table, RESOURCE, first.number(), NumberItems.item(first)));
    }
}
