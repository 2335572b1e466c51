package dev.rollcall.http;

import dev.rollcall.rest.Feature;
import dev.rollcall.storage.StorageSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Serves until the process gets a signal to end. */
@Command(
        name = "serve",
        description = "Serves until it is stopped; what happens without a command.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
class ServeCommand implements Callable<Integer> {

    private final Flags flags;
    private final PrintWriter out;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            description = {"The address to listen at.", "(ROLLCALL_HOST; " + ServerSettings.DEFAULT_HOST + ")"})
    private @Nullable String host;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = {
                "The port to listen at; 0 picks a free one.",
                "(ROLLCALL_PORT; " + ServerSettings.DEFAULT_PORT + ")"
            })
    private @Nullable String port;

    @Option(
            names = "--features",
            paramLabel = "LIST",
            description = {
                "Which of uuid, guid, rsvp, customer and number to serve, or none.",
                "(ROLLCALL_FEATURES; all)"
            })
    private @Nullable String features;

    @Mixin
    private final StorageOptions storage = new StorageOptions();

    @Option(
            names = "--migrate",
            description = {
                "Bring the schema of a store on MySQL or DynamoDB up to date at the start, as is always done for SQLite.",
                "(ROLLCALL_MIGRATE=true)"
            })
    private boolean migrate;

    @Option(
            names = "--insecure-no-auth",
            description = "Listen at any address, although everybody who reaches it may read and change everything.")
    private boolean open;

    ServeCommand(Flags flags, PrintWriter out) {
        this.flags = flags;
        this.out = out;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        flags.with("--host", ServerSettings.HOST_VARIABLE, host);
        flags.with("--port", ServerSettings.PORT_VARIABLE, port);
        flags.with("--features", Feature.VARIABLE, features);
        flags.with("--migrate", StorageSettings.MIGRATE_VARIABLE, migrate ? "true" : null);
        storage.apply(flags);
        new Serving(ServerSettings.fromEnvironment(flags.environment(), open), out).run();
        return ExitCode.OK;
    }
}
