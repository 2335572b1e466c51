package dev.rollcall.http;

import org.slf4j.bridge.SLF4JBridgeHandler;

/** Where libraries log: warnings and worse, on the standard error, through SLF4J whatever they use themselves. */
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
