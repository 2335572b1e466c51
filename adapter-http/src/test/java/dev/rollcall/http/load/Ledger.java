package dev.rollcall.http.load;

import static java.util.Map.Entry.comparingByKey;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.http.process.RawResponse;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/** What a server has acknowledged, and so must know ever after, whatever becomes of it and its database. */
public final class Ledger {

    private final Map<String, Expected> byPath = new ConcurrentHashMap<>();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();

    /** How many writes were acknowledged. */
    public final Tally acknowledged = new Tally();

    /** How many requests were refused because of the store. */
    final Tally refused = new Tally();

    /** What a GET of a path must answer. */
    sealed interface Expected {

        /** The thing, with these members at least. */
        record There(JsonNode members) implements Expected {}

        /** Not found. */
        record Gone() implements Expected {}

        /** Either: whether the last write was stored is not known. */
        record Unknown() implements Expected {}
    }

    public void there(String path, JsonNode members) {
        byPath.put(path, new Expected.There(members));
        acknowledged.add();
    }

    public void gone(String path) {
        byPath.put(path, new Expected.Gone());
        acknowledged.add();
    }

    /** A write has begun, or ended without anybody knowing how. */
    public void unknown(String path) {
        byPath.put(path, new Expected.Unknown());
    }

    public Expected expected(String path) {
        return byPath.getOrDefault(path, new Expected.Gone());
    }

    /** Puts back what was expected before a write that has not happened. */
    public void restore(String path, Expected before) {
        byPath.put(path, before);
    }

    public Stream<String> paths() {
        return byPath.entrySet().stream().sorted(comparingByKey()).map(Map.Entry::getKey);
    }

    /** Something that must not happen. */
    public void fault(String what) {
        faults.add(what);
    }

    public Queue<String> faults() {
        return faults;
    }

    /** Says what is wrong with an answer to a GET. */
    public void check(String path, Expected expected, RawResponse answer, boolean mayBeUnavailable) {
        if (mayBeUnavailable && answer.status() == 503) {
            return;
        }
        boolean right = switch (expected) {
            case Expected.There(JsonNode members) -> answer.status() == 200 && contains(answer.json(), members);
            case Expected.Gone() -> answer.status() == 404;
            case Expected.Unknown() -> answer.status() == 200 || answer.status() == 404;
        };
        if (!right) {
            fault("GET " + path + " should be " + expected + " but is " + answer);
        }
    }

    private static boolean contains(JsonNode whole, JsonNode part) {
        return part.properties().stream().allMatch(member -> member.getValue().equals(whole.get(member.getKey())));
    }
}
