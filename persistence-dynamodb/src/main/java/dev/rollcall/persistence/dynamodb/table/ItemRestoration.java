package dev.rollcall.persistence.dynamodb.table;

import dev.rollcall.persistence.dynamodb.item.Item;
import dev.rollcall.port.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * Takes things as they are in another store into a table where each is one item and none looks at another: what is there is
 * read in batches, and what is to be written is written in batches, which know no conditions. So this is for a table to
 * which nobody else writes meanwhile.
 *
 * @param <T> the kind of thing
 * @param <K> the kind of id
 */
final class ItemRestoration<T, K> {

    private final ItemTable table;
    private final String resource;
    private final Function<T, K> idOf;
    private final Function<T, Item> item;
    private final Function<List<Item>, List<T>> things;
    private final Rule<T> rule;

    /** Decides whether a thing is to be written; as {@link dev.rollcall.port.Restoration} does. */
    interface Rule<T> {
        boolean isNeeded(String resource, String id, T given, Optional<T> present);
    }

    /**
     * A restoration.
     *
     * @param table where to
     * @param resource what kind of thing, for messages
     * @param idOf a thing's id
     * @param item a thing as an item
     * @param things the things that some items are, without those that count as absent
     * @param rule decides whether a thing is to be written
     */
    ItemRestoration(
            ItemTable table,
            String resource,
            Function<T, K> idOf,
            Function<T, Item> item,
            Function<List<Item>, List<T>> things,
            Rule<T> rule) {
        this.table = table;
        this.resource = resource;
        this.idOf = idOf;
        this.item = item;
        this.things = things;
        this.rule = rule;
    }

    List<Outcome<T>> all(List<T> given) {
        Map<K, T> present = new HashMap<>();
        things.apply(table.findAll(given.stream().map(item).toList()))
                .forEach(one -> present.put(idOf.apply(one), one));
        List<T> needed = new ArrayList<>();
        List<Outcome<T>> outcomes = new ArrayList<>(given.stream()
                .map(one -> Outcome.of(() -> {
                    K id = idOf.apply(one);
                    if (rule.isNeeded(resource, id.toString(), one, Optional.ofNullable(present.get(id)))) {
                        needed.add(one);
                    }
                    return one;
                }))
                .toList());
        List<Outcome<WriteRequest>> written =
                table.putAll(needed.stream().map(item).toList());
        Map<T, Outcome<WriteRequest>> fates = new HashMap<>();
        for (int index = 0; index < needed.size(); index++) {
            fates.put(needed.get(index), written.get(index));
        }
        outcomes.replaceAll(outcome -> outcome instanceof Outcome.Success<T>(T one) && fates.containsKey(one)
                ? fates.get(one).map(done -> one)
                : outcome);
        return outcomes;
    }
}
