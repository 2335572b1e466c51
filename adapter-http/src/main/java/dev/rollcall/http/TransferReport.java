package dev.rollcall.http;

import dev.rollcall.transfer.Comparison;
import dev.rollcall.transfer.Difference;
import dev.rollcall.transfer.Progress;
import dev.rollcall.transfer.Refusal;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ExitCode;

/** The output at the end of a transfer: a table, the refused things, and the differences. */
final class TransferReport {

    private static final String ROW = "%-12s %12s %9s %12s %12s  %-13s %s%n";
    private static final int DIGITS = 12;

    private final PrintWriter out;
    private final String source;
    private final String target;
    private final Progress progress;
    private final List<Refusal> refusals;

    TransferReport(PrintWriter out, String source, String target, Progress progress, List<Refusal> refusals) {
        this.out = out;
        this.source = source;
        this.target = target;
        this.progress = progress;
        this.refusals = refusals;
    }

    /** Prints it all, and returns the exit code. */
    int print(List<Comparison> comparisons) {
        out.println();
        out.printf(Locale.ROOT, ROW, "feature", "moved", "refused", "source", "target", "checksum", "verdict");
        comparisons.forEach(this::row);
        long refused =
                progress.refused().values().stream().mapToLong(Long::longValue).sum();
        boolean same = comparisons.stream().allMatch(Comparison::same);
        out.println();
        if (refused > 0) {
            printRefusals(refused);
        }
        if (same && refused == 0) {
            out.println("Both are the same.");
        } else {
            comparisons.forEach(one ->
                    one.difference().ifPresent(found -> print(one.feature().name(), found)));
            out.println();
            out.println("What was written to the source while this ran may not be in the target. Run the same");
            out.println("command again: it brings what is new or changed. What was deleted in the source stays in");
            out.println("the target, and nothing that is newer or other there is ever written over.");
        }
        out.flush();
        return same && refused == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private void row(Comparison comparison) {
        String checksum = comparison.source().checksum().substring(0, DIGITS);
        out.printf(
                Locale.ROOT,
                ROW,
                comparison.feature(),
                number(progress.moved(comparison.feature())),
                number(progress.refused(comparison.feature())),
                number(comparison.source().count()),
                number(comparison.target().count()),
                comparison.same() ? checksum : "differs",
                comparison.same() ? "same" : "DIFFERENT");
    }

    private void printRefusals(long refused) {
        out.printf(Locale.ROOT, "Refused by %s: %,d%n", target, refused);
        refusals.forEach(one -> out.println("  " + one.feature() + " " + one.id() + ": " + one.reason()));
        if (refused > refusals.size()) {
            out.printf(Locale.ROOT, "  and %,d more%n", refused - refusals.size());
        }
        out.println();
    }

    private void print(String feature, Difference found) {
        out.println("Different " + feature + (found.complete() ? ":" : ", of those that were looked at:"));
        print(found.missing(), "missing in " + target, found.missingIds());
        print(found.extra(), "not in " + source, found.extraIds());
        print(found.changed(), "in another state", found.changedIds());
        print(found.repeated(), "more than once in " + source, found.repeatedIds());
        if (found.missing() + found.extra() + found.changed() + found.repeated() == 0) {
            out.println("  none at the second look: they were written while this ran");
        }
    }

    private void print(long count, String what, List<String> ids) {
        if (count > 0) {
            out.printf(
                    Locale.ROOT,
                    "  %,d %s: %s%s%n",
                    count,
                    what,
                    String.join(", ", ids),
                    count > ids.size() ? ", …" : "");
        }
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
