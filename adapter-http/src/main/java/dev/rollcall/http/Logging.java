package dev.rollcall.http;

import org.slf4j.bridge.SLF4JBridgeHandler;

/** Sets up the log of libraries: warnings and errors, on the standard error, through SLF4J for every logging library. */
final class Logging {

    private Logging() {}

    /**
     * Sends what goes to java.util.logging the same way; System.Logger finds its way by itself. From now on the standard error
     * shows no addresses and no tokens of links.
     */
    static void bridge() {
        System.setErr(MaskedOutput.over(System.err));
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }
}
