package dev.rollcall.testkit.server;

/**
 * A real server on a port which stays the same for as long as this object lives.
 *
 * <p>It can be stopped, killed and started again. Starting, stopping, killing and closing is for one thread at a time;
 * everything else is safe for all.
 */
public interface TestServer extends AutoCloseable {

    /**
     * Starts the server and returns when it answers. Nothing happens where it runs already.
     *
     * @throws IllegalStateException where it ends or does not answer within a minute, with the end of its log
     */
    void start();

    /**
     * Stops the server as its administrator would, by SIGTERM, and returns when it is down. Nothing happens where it is
     * down already.
     *
     * @throws UnsupportedOperationException where the server is not the test's own
     */
    void stop();

    /**
     * Kills the server by SIGKILL, as a power cut would, and returns when it is down. Nothing happens where it is down
     * already.
     *
     * @throws UnsupportedOperationException where the server is not the test's own
     */
    void kill();

    /**
     * Whether the server runs.
     *
     * @return true from the end of {@link #start()} to the beginning of {@link #stop()} or {@link #kill()}
     */
    boolean running();

    /**
     * Ends the server and removes its data. It cannot be started again. A server that the tests have not started is left alone.
     */
    @Override
    void close();
}
