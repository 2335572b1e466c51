package dev.rollcall.bench;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Measures what the group writer brings: so many callers on virtual threads, each of which adds one thing after the other,
 * once through the services, where writes that arrive together share a commit, and once straight on the port, where each
 * has its own. Both take turns in short rounds, so that a busy machine disturbs both alike.
 */
public final class GroupWriterBenchmark {

    private GroupWriterBenchmark() {}

    /**
     * Runs the benchmark and prints a table.
     *
     * @param arguments see the README of this module
     */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        run(BenchmarkSettings.parse(List.of(arguments)), out);
    }

    static void run(BenchmarkSettings settings, PrintStream out) {
        try (MeasuredStore store = MeasuredStore.open(settings.storage())) {
            List<Comparison> comparisons = new ArrayList<>();
            for (int callers : settings.callers()) {
                comparisons.add(new Comparison(callers));
            }
            // The first round is for the JIT compiler and the store's caches.
            comparisons.forEach(
                    one -> new Comparison(one.callers()).addRound(store, settings.write(), settings.round(), 0));
            for (int round = 0; round < settings.rounds(); round++) {
                for (Comparison comparison : comparisons) {
                    comparison.addRound(store, settings.write(), settings.round(), round);
                }
            }
            out.printf(
                    "%s on %s, %d rounds of %s s each way%n",
                    settings.write().name().toLowerCase(Locale.ROOT),
                    store.name(),
                    settings.rounds(),
                    seconds(settings.round()));
            out.print(ResultTable.of(comparisons));
        }
    }

    private static String seconds(Duration duration) {
        return String.valueOf(duration.toMillis() / 1000.0);
    }
}
