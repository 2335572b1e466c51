package dev.rollcall.testkit.server.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A bundled server as a process on a copy of pristine data, in a folder that goes with the JVM. */
public final class BundledEngine implements Engine {

    private final Bundle bundle;
    private final BundledSoftware software;
    private final Path folder;
    private final Path log;
    private final Path processId;
    private final int port;
    private final Process guard;
    private volatile @Nullable Process process;

    /**
     * Unpacks the software where no earlier run has, and copies its data. The server is still to be started.
     *
     * @param bundle the software
     */
    public BundledEngine(Bundle bundle) {
        this.bundle = bundle;
        this.software = BundledSoftware.of(bundle);
        this.port = freePort();
        try {
            this.folder = Files.createTempDirectory("rollcall-" + bundle.name() + "-");
            this.log = folder.resolve("server.log");
            this.processId = folder.resolve("pid");
            this.guard = guard(folder, processId);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Folders.copy(software.pristineData(), data());
    }

    @Override
    public String address() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void start() {
        if (running()) {
            return;
        }
        if (!guard.isAlive()) {
            throw new IllegalStateException(bundle.name() + " has been closed.");
        }
        Process started;
        try {
            started = new ProcessBuilder(bundle.service(software.software(), data(), port))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            Files.writeString(processId, Long.toString(started.pid()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        process = started;
    }

    @Override
    public void stop() {
        end(Process::destroy);
    }

    @Override
    public void kill() {
        end(Process::destroyForcibly);
    }

    @Override
    public boolean running() {
        Process current = process;
        return current != null && current.isAlive();
    }

    @Override
    public String log() {
        return Folders.tail(log);
    }

    @Override
    public void close() {
        kill();
        guard.destroyForcibly();
        Folders.delete(folder);
    }

    @Override
    public String toString() {
        return bundle.name() + " at " + address();
    }

    private Path data() {
        return folder.resolve("data");
    }

    private void end(java.util.function.Consumer<Process> signal) {
        Process current = process;
        if (current == null) {
            return;
        }
        signal.accept(current);
        try {
            if (!current.waitFor(1, TimeUnit.MINUTES)) {
                throw new IllegalStateException(
                        this + " has not stopped within a minute:" + System.lineSeparator() + Folders.tail(log));
            }
            Files.deleteIfExists(processId);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted.", e);
        }
        process = null;
    }

    /**
     * A shell that waits for the end of this JVM, whichever way it comes, then kills the server and removes its folder:
     * its standard input closes when the JVM is gone. A shutdown hook would miss a killed JVM.
     */
    private static Process guard(Path folder, Path processId) throws IOException {
        String script = "trap '' INT TERM HUP; while read -r line; do :; done; "
                + "[ ! -f \"$2\" ] || kill -9 \"$(cat \"$2\")\"; rm -rf \"$1\"";
        return new ProcessBuilder("sh", "-c", script, "rollcall-guard", folder.toString(), processId.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /**
     * Returns a free port below those that the system gives to outgoing connections. Among those, a client that calls a
     * stopped server could be given the server's port and connect to itself.
     *
     * @return the port
     */
    public static int freePort() {
        for (int attempt = 0; attempt < 1_000; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
            try (ServerSocket socket = new ServerSocket()) {
                socket.setReuseAddress(true);
                socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                return port;
            } catch (IOException taken) {
                // The next one, then.
            }
        }
        throw new IllegalStateException("No free port between 20000 and 32000.");
    }
}
