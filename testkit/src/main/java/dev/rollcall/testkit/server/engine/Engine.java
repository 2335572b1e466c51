package dev.rollcall.testkit.server.engine;

/** What runs a server: a process or a container. Whether the server answers is for those to know who talk to it. */
public interface Engine extends AutoCloseable {

    /** {@return the host and the port, {@code host:port}} */
    String address();

    /** Starts it without waiting for an answer. Nothing happens where it runs already. */
    void start();

    /** Asks it to end, and waits for that. */
    void stop();

    /** Ends it by force. */
    void kill();

    /** {@return whether it runs} */
    boolean running();

    /** {@return what the server has said lately} */
    String log();

    @Override
    void close();
}
