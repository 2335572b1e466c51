package dev.rollcall.http.wire;

import dev.rollcall.error.LoggableError;
import dev.rollcall.rest.RollcallApi;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.servlet.DefaultTasks;
import io.javalin.http.servlet.JavalinServlet;
import io.javalin.http.servlet.ServletEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import kotlin.LazyKt;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The API on a port: Javalin, with a virtual thread per request. */
public final class HttpServer implements AutoCloseable {

    private static final Logger LOG = System.getLogger(HttpServer.class.getName());

    /** Longer than any wait for the store, so that it ends slow clients alone. */
    private static final Duration IDLE = Duration.ofSeconds(30);

    /** The longest time that the header of a request may take. */
    private static final Duration HEADER = Duration.ofSeconds(15);

    /** What is in flight at the end may take this long. */
    private static final Duration PATIENCE = Duration.ofMillis(3500);

    private static final int HEADER_BYTES = 16 * 1024;
    private static final int MAX_CONNECTIONS = 16_000;

    /** A body of JSON takes some ten times its length while it is parsed, and half of the heap is left for the rest. */
    private static final int BODIES_OF_THE_HEAP = 20;

    private final Javalin javalin;

    private HttpServer(Javalin javalin) {
        this.javalin = javalin;
    }

    /**
     * Starts a server for the API. The bodies of all requests together take a twentieth of the heap at most; a request whose body
     * finds no room is refused with 503.
     *
     * @param api answers the requests
     * @param host the address to listen at, or its name
     * @param port the port to listen at; 0 for a free one
     * @return the server, which accepts requests until it is closed
     * @throws IOException if the address cannot be listened at
     */
    public static HttpServer start(RollcallApi api, String host, int port) throws IOException {
        long bytes = Runtime.getRuntime().maxMemory() / BODIES_OF_THE_HEAP;
        return start(new ApiHandler(api, new Semaphore((int) Math.min(Integer.MAX_VALUE, bytes))), host, port);
    }

    static HttpServer start(ApiHandler handler, String host, int port) throws IOException {
        Javalin javalin = Javalin.create(config -> configure(config, handler, host, port));
        try {
            javalin.start();
        } catch (UncheckedIOException failure) {
            throw refused(failure, host, port);
        }
        return new HttpServer(javalin);
    }

    /** {@return the port that it listens at} */
    public int port() {
        return javalin.port();
    }

    /** Answers what is in flight, refuses the rest, and returns when that is done or took too long. */
    @Override
    public void close() {
        try {
            // Not by Javalin, which logs the stack trace of what is no fault.
            javalin.jettyServer().server().stop();
        } catch (Exception tookTooLong) {
            LOG.log(Level.WARNING, "What was in flight took too long and was broken off.");
            LOG.log(Level.DEBUG, "Not stopped in time", LoggableError.of(tookTooLong));
        }
    }

    @SuppressWarnings("unchecked") // The array of steps that Javalin takes is generic.
    private static void configure(JavalinConfig config, ApiHandler handler, String host, int port) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.concurrency.useVirtualThreads = true;
        config.jetty.threadPool = threads();
        config.jetty.modifyServer(HttpServer::configure);
        config.jetty.modifyServletContextHandler(servlets -> servlets.setErrorHandler(new ProblemErrors.OfServlets()));
        config.jetty.addConnector((server, http) -> connector(server, http, host, port));
        // Handles requests of every method. Javalin's own handlers take only the methods that it knows.
        config.requestLifeCycle(DefaultTasks.INSTANCE.getBEFORE());
        config.routes.before(handler);
        // Without WebSockets, which would take requests away from the API and cost every start.
        config.unsafe.servlet = LazyKt.lazyOf(new ServletEntry(null, new JavalinServlet(config.unsafe)));
    }

    private static void configure(Server server) {
        server.setErrorHandler(new ProblemErrors());
        // Counts what is in flight, to wait for it at the end, and refuses what comes after.
        server.setHandler(new GracefulHandler());
        server.setStopTimeout(PATIENCE.toMillis());
        server.addBean(new NetworkConnectionLimit(MAX_CONNECTIONS, server));
    }

    private static ServerConnector connector(Server server, HttpConfiguration http, String host, int port) {
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
        http.setRequestHeaderSize(HEADER_BYTES);
        // A line ends in CR LF: where two parties differ on that, one request can be read as two (RFC 9112 section
        // 2.2).
        http.setHttpCompliance(HttpCompliance.STRICT);
        ServerConnector connector = new ServerConnector(server, 1, 1, new WireConnection.Factory(http, HEADER));
        connector.setHost(host);
        connector.setPort(port);
        connector.setIdleTimeout(IDLE.toMillis());
        connector.setAcceptQueueSize(4096);
        try {
            // Before Javalin does, which would log what the caller says already.
            connector.open();
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        return connector;
    }

    /** Few threads move bytes, and a virtual one waits for each answer. */
    private static QueuedThreadPool threads() {
        QueuedThreadPool threads = new QueuedThreadPool(16, 4);
        threads.setName("http");
        threads.setVirtualThreadsExecutor(VirtualThreads.getNamedVirtualThreadsExecutor("request-"));
        return threads;
    }

    private static IOException refused(UncheckedIOException failure, String host, int port) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String why = String.valueOf(cause.getMessage());
        return new IOException(
                why.contains("in use")
                        ? "Port " + port + " of " + host
                                + " is in use already. Stop what uses it, or choose another port:"
                                + " --port 0 picks a free one."
                        : "Cannot listen at " + host + ", port " + port + ": " + why + ".",
                failure);
    }
}
