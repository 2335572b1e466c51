package dev.rollcall.testkit;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** What is logged while a test does something: by java.util.logging, whatever the level, and on the standard error. */
public final class Logged {

    private Logged() {}

    /**
     * Does something, and gives what is logged meanwhile, stack traces included.
     *
     * @param work what to do
     * @return the log as text
     */
    public static String during(Runnable work) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        PrintStream log = new PrintStream(text, true, StandardCharsets.UTF_8);
        PrintStream error = System.err;
        Logger root = Logger.getLogger("");
        Logger own = Logger.getLogger("dev.rollcall");
        Level level = own.getLevel();
        Handler handler = handler(log);
        System.setErr(log);
        root.addHandler(handler);
        own.setLevel(Level.ALL);
        try {
            work.run();
        } finally {
            own.setLevel(level);
            root.removeHandler(handler);
            System.setErr(error);
        }
        return text.toString(StandardCharsets.UTF_8);
    }

    private static Handler handler(PrintStream log) {
        Handler handler = new Handler() {

            private final SimpleFormatter formatter = new SimpleFormatter();

            @Override
            public void publish(LogRecord entry) {
                log.print(formatter.format(entry));
            }

            @Override
            public void flush() {
                log.flush();
            }

            @Override
            public void close() {}
        };
        handler.setLevel(Level.ALL);
        return handler;
    }
}
