package dev.rollcall.http;

import dev.rollcall.transfer.RecordType;
import dev.rollcall.transfer.TransferListener;
import java.io.Console;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Shows how a transfer goes on: on a terminal by one line that changes, elsewhere by a line now and then. Totals are not
 * known but for files, and are not made up. Thread-safe.
 */
final class ProgressLines implements TransferListener {

    private static final long OFTEN = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long SELDOM = TimeUnit.SECONDS.toNanos(5);
    private static final String CLEAR = "\r\u001B[K";
    private static final int BAR = 20;

    private final PrintWriter out;
    private final boolean terminal;
    private final LongSupplier nanoTime;
    private final AtomicLong shownAt;
    private volatile Stretch stretch;

    /** The work in progress, when it began, and the count at that time. */
    private record Stretch(String what, long since, long countBefore) {}

    ProgressLines(PrintWriter out, boolean terminal, LongSupplier nanoTime) {
        this.out = out;
        this.terminal = terminal;
        this.nanoTime = nanoTime;
        long now = nanoTime.getAsLong();
        shownAt = new AtomicLong(now);
        stretch = new Stretch("", now, 0);
    }

    static ProgressLines on(PrintWriter out) {
        return new ProgressLines(out, isTerminal(), System::nanoTime);
    }

    @Override
    public void advanced(Phase phase, RecordType<?> feature, long count, OptionalDouble share) {
        long now = nanoTime.getAsLong();
        String what = what(phase, feature);
        if (!stretch.what().equals(what)) {
            stretch = new Stretch(what, now, count);
        }
        long last = shownAt.get();
        if (now - last >= (terminal ? OFTEN : SELDOM) && shownAt.compareAndSet(last, now)) {
            String line = line(what, count, now) + bar(share);
            out.print(terminal ? CLEAR + line : line + System.lineSeparator());
            out.flush();
        }
    }

    @Override
    public void finished(Phase phase, RecordType<?> feature, long count) {
        shownAt.set(nanoTime.getAsLong());
        out.print(terminal ? CLEAR : "");
        if (phase == Phase.MOVING) {
            out.println(line(what(phase, feature), count, nanoTime.getAsLong()));
        }
        out.flush();
    }

    private String line(String what, long count, long now) {
        Stretch current = stretch;
        double seconds = Math.max(now - current.since(), 1) / 1e9;
        // What an interrupted run did, and the first part, whose beginning nobody saw, say nothing of the speed.
        long counted = count - current.countBefore();
        boolean measured = current.what().equals(what) && counted > 0;
        String rate = measured ? String.format(Locale.ROOT, "%,11.0f/s", counted / seconds) : "";
        return String.format(Locale.ROOT, "%-20s %,11d%s", what, count, rate).stripTrailing();
    }

    private static String bar(OptionalDouble share) {
        if (share.isEmpty()) {
            return "";
        }
        int full = (int) (share.getAsDouble() * BAR);
        return String.format(Locale.ROOT, "  [%s%s] %3d%% of the file", "#".repeat(full), " ".repeat(BAR - full), (int)
                (share.getAsDouble() * 100));
    }

    private static String what(Phase phase, RecordType<?> feature) {
        return switch (phase) {
            case MOVING -> "Moved " + feature;
            case COMPARING -> "Comparing " + feature;
            case SEARCHING -> "Searching " + feature;
        };
    }

    /** Some versions of Java give a console that is none, and say so by a method that others have not. */
    @SuppressWarnings("SystemConsoleNull") // It is null before Java 22, which this is to run on.
    private static boolean isTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException before22) {
            return true;
        } catch (ReflectiveOperationException unknown) {
            return false;
        }
    }
}
