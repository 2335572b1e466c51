package dev.rollcall.bench;

import dev.rollcall.error.RollcallException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Callers on virtual threads, each of which writes one thing after the other until the time is over. */
final class Load {

    private Load() {}

    static Measurement run(int callers, Duration duration, Runnable write) {
        CountDownLatch start = new CountDownLatch(1);
        List<Caller> all = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < callers; i++) {
            Caller caller = new Caller(write, start, duration.toNanos());
            all.add(caller);
            threads.add(Thread.ofVirtual().start(caller));
        }
        long began = System.nanoTime();
        start.countDown();
        threads.forEach(Load::join);
        long nanos = System.nanoTime() - began;
        Measurement measured = new Measurement();
        all.forEach(caller -> measured.add(caller.latencies, caller.failures));
        measured.addTime(nanos);
        return measured;
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }

    private static final class Caller implements Runnable {

        private final Runnable write;
        private final CountDownLatch start;
        private final long duration;
        private final Latencies latencies = new Latencies();
        private int failures;

        Caller(Runnable write, CountDownLatch start, long duration) {
            this.write = write;
            this.start = start;
            this.duration = duration;
        }

        @Override
        public void run() {
            try {
                start.await();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return;
            }
            long before = System.nanoTime();
            long end = before + duration;
            while (before < end) {
                boolean done = attempt();
                long after = System.nanoTime();
                if (done) {
                    latencies.add(after - before);
                }
                before = after;
            }
        }

        private boolean attempt() {
            try {
                write.run();
                return true;
            } catch (RollcallException refused) {
                failures++;
                return false;
            }
        }
    }
}
