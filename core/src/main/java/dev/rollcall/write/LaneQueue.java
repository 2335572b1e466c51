package dev.rollcall.write;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * The writes of one lane that wait, in a line for each key, the oldest first. Lines take turns. Guarded by the lock of the
 * {@link WriteQueue}.
 */
final class LaneQueue<I, O> {

    private final String name;
    private final Function<? super I, ?> key;
    private final boolean ordered;
    private final int maxLines;
    private final int maxBatch;
    private final BatchRun<I, O> run;

    /** The lines that have writes waiting or a batch under way. */
    private final Map<Object, Line> lines = new HashMap<>();

    /** The lines from which a batch may be taken, each once, in the order in which they get their turn. */
    private final ArrayDeque<Line> ready = new ArrayDeque<>();

    /** Returns the number of batches under way. */
    private int running;

    private LaneQueue(
            String name, Function<? super I, ?> key, boolean ordered, int maxLines, int maxBatch, BatchRun<I, O> run) {
        this.name = name;
        this.key = key;
        this.ordered = ordered;
        this.maxLines = maxLines;
        this.maxBatch = maxBatch;
        this.run = run;
    }

    /** A queue in which nothing waits. It has one line, of which several batches may be under way. */
    static <I, O> LaneQueue<I, O> independent(String name, int maxBatch, BatchRun<I, O> run) {
        return new LaneQueue<>(name, unused -> name, false, 1, maxBatch, run);
    }

    /**
     * A queue in which nothing waits. A line has writes in one batch at most.
     *
     * @param key the key of a write's line
     * @param maxLines the maximum number of lines in one batch
     */
    static <I, O> LaneQueue<I, O> ordered(
            String name, Function<? super I, ?> key, int maxLines, int maxBatch, BatchRun<I, O> run) {
        return new LaneQueue<>(name, key, true, maxLines, maxBatch, run);
    }

    String name() {
        return name;
    }

    /** Whether a batch may be taken. */
    boolean isReady(int mostRunning) {
        return running < mostRunning && !ready.isEmpty();
    }

    void add(PendingWrite<I, O> write) {
        Line line = lines.computeIfAbsent(key.apply(write.item()), Line::new);
        line.change(() -> line.waiting.addLast(write));
    }

    void remove(PendingWrite<I, O> write) {
        Line line = lines.get(key.apply(write.item()));
        if (line != null) {
            line.change(() -> line.waiting.remove(write));
            line.forgetWhenIdle();
        }
    }

    /** Takes the oldest writes out of the next lines. At least one has to be {@linkplain #isReady ready}. */
    Batch take() {
        List<Line> turn = ready.stream().limit(maxLines).toList();
        List<Line> taken = new ArrayList<>(turn.size());
        List<PendingWrite<I, O>> writes = new ArrayList<>();
        for (Line line : turn) {
            if (writes.size() == maxBatch) {
                break;
            }
            line.moveTo(writes);
            taken.add(line);
            ready.remove(line);
            line.running++;
            if (line.isReady()) {
                ready.addLast(line);
            }
        }
        running++;
        return new Batch(taken, writes);
    }

    /** Runs batches of some writes one after the other in the calling thread, until each write has its outcome. */
    void runAlone(List<PendingWrite<I, O>> writes) {
        // Those of an ordered lane may have different keys.
        int most = ordered ? 1 : maxBatch;
        for (int from = 0; from < writes.size(); from += most) {
            List<PendingWrite<I, O>> unused = run.run(writes.subList(from, Math.min(writes.size(), from + most)));
        }
    }

    /** The writes of one key. */
    private final class Line {

        private final Object lineKey;
        private final ArrayDeque<PendingWrite<I, O>> waiting = new ArrayDeque<>();
        private int running;

        private Line(Object lineKey) {
            this.lineKey = lineKey;
        }

        private boolean isReady() {
            return !waiting.isEmpty() && (!ordered || running == 0);
        }

        /** Makes a change, and keeps the turn of this line up to date. */
        private void change(Runnable change) {
            boolean before = isReady();
            change.run();
            if (isReady() && !before) {
                ready.addLast(this);
            } else if (before && !isReady()) {
                ready.remove(this);
            }
        }

        /** Moves the oldest writes to a batch, as many as it has room for. */
        private void moveTo(List<PendingWrite<I, O>> batch) {
            while (batch.size() < maxBatch && !waiting.isEmpty()) {
                batch.add(waiting.getFirst());
                waiting.removeFirst();
            }
        }

        private void forgetWhenIdle() {
            if (waiting.isEmpty() && running == 0) {
                lines.remove(lineKey);
            }
        }
    }

    /** Writes that were taken together. */
    final class Batch {

        private final List<Line> from;
        private final List<PendingWrite<I, O>> writes;
        private List<PendingWrite<I, O>> left = List.of();

        private Batch(List<Line> from, List<PendingWrite<I, O>> writes) {
            this.from = from;
            this.writes = writes;
        }

        LaneQueue<I, O> lane() {
            return LaneQueue.this;
        }

        List<PendingWrite<I, O>> writes() {
            return writes;
        }

        /** Writes the batch. To be called without the lock. */
        void run() {
            left = run.run(writes);
        }

        /** The writes to which the batch did not come. */
        List<PendingWrite<I, O>> left() {
            return left;
        }

        /** Ends the batch; what is left goes back to the head of its line. */
        void end() {
            running--;
            // None of these lines gets its turn before its batch has ended.
            for (PendingWrite<I, O> write : left.reversed()) {
                Objects.requireNonNull(lines.get(key.apply(write.item())))
                        .waiting
                        .addFirst(write);
            }
            for (Line line : from) {
                line.change(() -> line.running--);
                line.forgetWhenIdle();
            }
        }
    }
}
