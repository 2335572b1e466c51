package dev.rollcall.write;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The writes of one lane that wait, in a line for each key, the oldest first. Lines take turns. Guarded by the lock of the
 * {@link WriteQueue}.
 */
final class LaneQueue<I, O> {

    private final String name;
    private final Function<? super I, ?> key;
    private final boolean ordered;
    private final int maxBatch;
    private final BatchRun<I, O> run;

    /** The lines that have writes waiting or a batch under way. */
    private final Map<Object, Line> lines = new HashMap<>();

    /** The lines from which a batch may be taken, each once, in the order in which they get their turn. */
    private final ArrayDeque<Line> ready = new ArrayDeque<>();

    /** How many batches are under way. */
    private int running;

    /**
     * A queue in which nothing waits.
     *
     * @param key the key of a write's line
     * @param ordered whether a line has one batch under way at most
     */
    LaneQueue(String name, Function<? super I, ?> key, boolean ordered, int maxBatch, BatchRun<I, O> run) {
        this.name = name;
        this.key = key;
        this.ordered = ordered;
        this.maxBatch = maxBatch;
        this.run = run;
    }

    String name() {
        return name;
    }

    /** Whether a batch may be taken. */
    boolean isReady(int mostRunning) {
        return running < mostRunning && !ready.isEmpty();
    }

    void add(PendingWrite<I, O> write) {
        Line line = lines.computeIfAbsent(key.apply(write.item()), unused -> new Line());
        line.change(() -> line.waiting.addLast(write));
    }

    void remove(PendingWrite<I, O> write) {
        Object lineKey = key.apply(write.item());
        Line line = lines.get(lineKey);
        if (line != null) {
            line.change(() -> line.waiting.remove(write));
            forgetIdle(lineKey, line);
        }
    }

    /** Takes the oldest writes out of the next line. It has to be {@linkplain #isReady ready}. */
    Batch take() {
        Line line = ready.getFirst();
        List<PendingWrite<I, O>> taken = line.head();
        ready.removeFirst();
        running++;
        line.running++;
        if (line.isReady()) {
            ready.addLast(line);
        }
        return new Batch(line, taken);
    }

    /** Runs batches of some writes one after the other in the calling thread, until each write has its outcome. */
    void runAlone(List<PendingWrite<I, O>> writes) {
        // Those of an ordered lane may have different keys.
        int most = ordered ? 1 : maxBatch;
        for (int from = 0; from < writes.size(); from += most) {
            List<PendingWrite<I, O>> unused = run.run(writes.subList(from, Math.min(writes.size(), from + most)));
        }
    }

    private void forgetIdle(Object lineKey, Line line) {
        if (line.waiting.isEmpty() && line.running == 0) {
            lines.remove(lineKey);
        }
    }

    /** The writes of one key. */
    private final class Line {

        private final ArrayDeque<PendingWrite<I, O>> waiting = new ArrayDeque<>();
        private int running;

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

        private List<PendingWrite<I, O>> head() {
            List<PendingWrite<I, O>> head = new ArrayList<>(Math.min(maxBatch, waiting.size()));
            while (head.size() < maxBatch && !waiting.isEmpty()) {
                head.add(waiting.removeFirst());
            }
            return head;
        }
    }

    /** Writes of one line that were taken together. */
    final class Batch {

        private final Line line;
        private final List<PendingWrite<I, O>> writes;
        private List<PendingWrite<I, O>> left = List.of();

        private Batch(Line line, List<PendingWrite<I, O>> writes) {
            this.line = line;
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
            line.change(() -> {
                running--;
                line.running--;
                for (PendingWrite<I, O> write : left.reversed()) {
                    line.waiting.addFirst(write);
                }
            });
            forgetIdle(key.apply(writes.getFirst().item()), line);
        }
    }
}
