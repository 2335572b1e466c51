package dev.rollcall.http.wire;

import dev.rollcall.Rollcall;
import dev.rollcall.memory.InMemoryStore;
import dev.rollcall.rest.ApiSettings;
import dev.rollcall.rest.RollcallApi;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;

/** A server on a free port of the loopback address, over a store in memory. */
final class MemoryServer implements AutoCloseable {

    private final Rollcall rollcall = Rollcall.over(new InMemoryStore(), InstantSource.system());
    private final HttpServer server;

    MemoryServer() throws IOException {
        server = HttpServer.start(api(), "127.0.0.1", 0);
    }

    /** Each byte of a body takes a permit. */
    MemoryServer(Semaphore memory) throws IOException {
        server = HttpServer.start(new ApiHandler(api(), memory), "127.0.0.1", 0);
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    private RollcallApi api() {
        return new RollcallApi(rollcall, ApiSettings.LOOPBACK_ONLY);
    }

    @Override
    public void close() {
        server.close();
        rollcall.close();
    }
}
