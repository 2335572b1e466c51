package dev.rollcall.bench;

import java.util.List;
import java.util.Locale;

/** The results, a line for each number of callers. */
final class ResultTable {

    private ResultTable() {}

    static String of(List<Comparison> comparisons) {
        StringBuilder table = new StringBuilder();
        table.append("%n%8s | %-37s | %-37s |%n".formatted("", "each its own commit", "group writer"));
        table.append("%8s | %10s %9s %9s %6s | %10s %9s %9s %6s | %6s%n"
                .formatted(
                        "callers",
                        "writes/s",
                        "p50 ms",
                        "p99 ms",
                        "failed",
                        "writes/s",
                        "p50 ms",
                        "p99 ms",
                        "failed",
                        "ratio"));
        comparisons.forEach(comparison -> table.append(line(comparison)));
        return table.toString();
    }

    private static String line(Comparison comparison) {
        Measurement single = comparison.single();
        Measurement grouped = comparison.grouped();
        return String.format(
                Locale.ROOT,
                "%8d | %,10.0f %9.3f %9.3f %6d | %,10.0f %9.3f %9.3f %6d | %5.2fx%n",
                comparison.callers(),
                single.perSecond(),
                single.milliseconds(50),
                single.milliseconds(99),
                single.failures(),
                grouped.perSecond(),
                grouped.milliseconds(50),
                grouped.milliseconds(99),
                grouped.failures(),
                grouped.perSecond() / single.perSecond());
    }
}
