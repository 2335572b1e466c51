package dev.rollcall.http;

import dev.rollcall.storage.StorageSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How to serve. */
final class ServeOptions {

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            description = {"The address to listen at.", "(ROLLCALL_HOST; " + ServerSettings.DEFAULT_HOST + ")"})
    @Nullable String host;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = {
                "The port to listen at; 0 picks a free one.", "(ROLLCALL_PORT; " + ServerSettings.DEFAULT_PORT + ")"
            })
    @Nullable String port;

    @Mixin
    StorageOptions storage = new StorageOptions();

    @Option(
            names = "--migrate",
            description = {
                "Bring the schema of a MySQL store up to date at the start, as is always done for SQLite.",
                "(ROLLCALL_MIGRATE=true)"
            })
    boolean migrate;

    @Option(
            names = "--insecure-no-auth",
            description = "Listen at any address, although everybody who reaches it may read and change everything.")
    boolean insecureNoAuth;

    ServerSettings settings(Flags flags) {
        flags.with("--host", ServerSettings.HOST_VARIABLE, host);
        flags.with("--port", ServerSettings.PORT_VARIABLE, port);
        flags.with("--migrate", StorageSettings.MIGRATE_VARIABLE, migrate ? "true" : null);
        storage.apply(flags);
        return ServerSettings.fromEnvironment(flags.environment(), insecureNoAuth);
    }
}
