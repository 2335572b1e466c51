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
 * Restores things from another store in a table where each is one item that depends on no other: stored items are
 * read in batches, and written in batches, which know no conditions. So this is for a table to
 * which nobody else writes at the same time.
 *
 * @param <T> the type of the entities
 * @param <K> the type of their ids
 */
public final class ItemRestoration<T, K> {

    private final ItemTable table;
    private final String resource;
    private final Function<T, K> idOf;
    private final Function<T, Item> item;
    private final Function<List<Item>, List<T>> things;
    private final Rule<T> rule;

    /**
     * Decides whether an entity is written; as {@link dev.rollcall.port.Restoration} does.
     *
     * @param <T> the type of the entity
     */
    public interface Rule<T> {
        /**
         * Decides about one entity.
         *
         * @param resource the type of the entity, for messages
         * @param id the id of the entity, for messages
         * @param given the entity to restore
         * @param present the entity that is present; empty if there is none
         * @return whether to write the given one
         * @throws dev.rollcall.error.ConflictException if the one that is present is newer or another
         */
        boolean isNeeded(String resource, String id, T given, Optional<T> present);
    }

    /**
     * A restoration.
     *
     * @param table the table of the items
     * @param resource the type of the entities, for messages
     * @param idOf returns the id of an entity
     * @param item maps an entity to its item
     * @param things maps items to entities, and leaves out those that count as absent
     * @param rule decides whether an entity is written
     */
    public ItemRestoration(
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

    /**
     * Restores entities.
     *
     * @param given the entities
     * @return an outcome per entity, in their order
     */
    public List<Outcome<T>> all(List<T> given) {
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
