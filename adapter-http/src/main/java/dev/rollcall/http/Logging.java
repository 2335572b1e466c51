package dev.rollcall.http;

import org.slf4j.bridge.SLF4JBridgeHandler;

/** Where libraries log: warnings and worse, on the standard error, through SLF4J whatever they use themselves. */
final class Logging {

    private Logging() {}

    /** Sends what goes to java.util.logging the same way; System.Logger finds its way by itself. */
    static void bridge() {
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }
}
