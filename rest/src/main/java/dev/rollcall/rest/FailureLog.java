package dev.rollcall.rest;

import dev.rollcall.error.LoggableError;
import dev.rollcall.error.RollcallException;
import dev.rollcall.error.StoreUnavailableException;
import dev.rollcall.rest.http.Request;
import dev.rollcall.rest.http.SecretPaths;
import dev.rollcall.rest.problem.Problems;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/**
 * Writes to the log what went wrong in the server itself. A store that is away fails every request, thousands in a second:
 * that is logged once a second at most, a bug each time. Thread-safe.
 */
final class FailureLog {

    private static final Logger LOG = System.getLogger(RollcallApi.class.getName());

    /** A part of a path that may be an e-mail address. */
    private static final Pattern ADDRESS = Pattern.compile("[^/]*(?:@|%40)[^/]*");

    private static final long PAUSE_NANOS = 1_000_000_000;

    private final AtomicLong lastUnavailable = new AtomicLong(System.nanoTime() - PAUSE_NANOS);

    /** Takes note of a refusal by the core; the client's own faults are none of the log's business. */
    void refused(Request request, String requestId, RollcallException exception) {
        int status = Problems.of(exception).type().status();
        if (exception instanceof StoreUnavailableException && isDue()) {
            LOG.log(Level.WARNING, () -> line(request, requestId) + exception.detail());
        } else if (status == 500) {
            failed(request, requestId, exception);
        }
    }

    /** Takes note of a bug. */
    void failed(Request request, String requestId, RuntimeException exception) {
        LOG.log(
                Level.ERROR,
                line(request, requestId) + exception.getClass().getSimpleName(),
                LoggableError.of(exception));
    }

    private boolean isDue() {
        long now = System.nanoTime();
        long last = lastUnavailable.get();
        return now - last >= PAUSE_NANOS && lastUnavailable.compareAndSet(last, now);
    }

    private static String line(Request request, String requestId) {
        String path = ADDRESS.matcher(SecretPaths.shown(request.path())).replaceAll("…");
        return requestId + " " + request.method() + " " + path + ": ";
    }
}
