package dev.rollcall.testkit.server;

import dev.rollcall.testkit.server.engine.Engine;

/** A server that the tests run themselves. */
abstract class EngineServer implements TestServer {

    private final Engine engine;

    EngineServer(Engine engine) {
        this.engine = engine;
    }

    /** Talks to the server, and fails where it is not ready. */
    abstract void connect() throws Exception;

    /** The server's host and port, {@code host:port}. */
    final String address() {
        return engine.address();
    }

    @Override
    public void start() {
        if (!engine.running()) {
            engine.start();
            Readiness.await(engine, this::connect);
        }
    }

    @Override
    public void stop() {
        engine.stop();
    }

    @Override
    public void kill() {
        engine.kill();
    }

    @Override
    public boolean running() {
        return engine.running();
    }

    @Override
    public void close() {
        engine.close();
    }

    @Override
    public String toString() {
        return engine.toString();
    }
}
