package dev.rollcall.persistence.dynamodb.number;

import dev.rollcall.number.ExactNumber;
import dev.rollcall.number.RegisteredNumber;
import dev.rollcall.persistence.dynamodb.item.Item;
import dev.rollcall.port.StoredValues;
import java.math.BigDecimal;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Numbers as items. DynamoDB keeps 38 digits, which is all that a number may have. */
public final class NumberItems {

    private static final String NUMBER = "Number";

    private NumberItems() {}

    static AttributeValue key(ExactNumber number) {
        return AttributeValue.fromN(number.toString());
    }

    /**
     * Returns the number as an item.
     *
     * @param number the number
     * @return the item
     */
    public static Item item(RegisteredNumber number) {
        return Item.builder()
                .put(NUMBER, key(number.number()))
                .revision(number.revision())
                .build();
    }

    /**
     * Returns the number that an item holds.
     *
     * @param item the item
     * @return the number
     */
    public static RegisteredNumber number(Item item) {
        return StoredValues.read(
                "Numbers",
                item.key(NUMBER),
                () -> new RegisteredNumber(new ExactNumber(new BigDecimal(item.digits(NUMBER))), item.revision()));
    }
}
