package dev.rollcall.bench;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What to measure.
 *
 * @param storage a store's URL, or {@code sqlite-test} or {@code mysql-test} for a fresh one that goes away with the run
 * @param callers how many callers at once; a row of the table each
 * @param total how long each number of callers is measured each way
 * @param rounds in how many turns
 * @param write what the callers write
 */
record BenchmarkSettings(String storage, List<Integer> callers, Duration total, int rounds, MeasuredWrite write) {

    static BenchmarkSettings parse(List<String> arguments) {
        BenchmarkSettings settings =
                new BenchmarkSettings("memory:", List.of(1, 64, 256), Duration.ofSeconds(9), 3, MeasuredWrite.UUIDS);
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            settings = settings.with(rest.next(), rest);
        }
        return settings;
    }

    Duration round() {
        return total.dividedBy(rounds);
    }

    private BenchmarkSettings with(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(option + " needs a value");
        }
        String value = rest.next();
        return switch (option) {
            case "--storage" -> new BenchmarkSettings(value, callers, total, rounds, write);
            case "--callers" ->
                new BenchmarkSettings(
                        storage,
                        Stream.of(value.split(",", -1)).map(Integer::valueOf).toList(),
                        total,
                        rounds,
                        write);
            case "--seconds" ->
                new BenchmarkSettings(
                        storage, callers, Duration.ofMillis((long) (Double.parseDouble(value) * 1000)), rounds, write);
            case "--rounds" -> new BenchmarkSettings(storage, callers, total, Integer.parseInt(value), write);
            case "--write" ->
                new BenchmarkSettings(
                        storage, callers, total, rounds, MeasuredWrite.valueOf(value.toUpperCase(Locale.ROOT)));
            default ->
                throw new IllegalArgumentException(
                        "there is no option " + option + "; take --storage, --callers, --seconds, --rounds or --write");
        };
    }
}
