package dev.rollcall.testkit.server.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Unpacked software and the data of a server that nobody has used yet, kept for the user's later runs in
 * {@code ~/.cache/rollcall}. Several builds may ask at once: each prepares a folder of its own and the first to rename
 * it wins.
 */
record BundledSoftware(Path software, Path pristineData) {

    static BundledSoftware of(Bundle bundle) {
        Path cache = cache();
        Path software = provide(cache.resolve(bundle.name()), bundle::unpack);
        Path data = provide(
                cache.resolve(bundle.name() + "-data"), folder -> initialize(bundle, software, folder.resolve("data")));
        return new BundledSoftware(software, data.resolve("data"));
    }

    private static Path cache() {
        String caches = System.getenv().getOrDefault("XDG_CACHE_HOME", System.getProperty("user.home") + "/.cache");
        try {
            return Files.createDirectories(Path.of(caches, "rollcall"));
        } catch (IOException e) {
            Path temporary =
                    Path.of(System.getProperty("java.io.tmpdir"), "rollcall-" + System.getProperty("user.name"));
            try {
                return Files.createDirectories(temporary);
            } catch (IOException again) {
                throw new UncheckedIOException(again);
            }
        }
    }

    private static Path provide(Path folder, Consumer<Path> fill) {
        if (Files.isDirectory(folder)) {
            return folder;
        }
        try {
            Path draft = Files.createTempDirectory(folder.getParent(), folder.getFileName() + ".");
            try {
                fill.accept(draft);
                Files.move(draft, folder);
            } catch (IOException e) {
                if (!Files.isDirectory(folder)) {
                    throw e;
                }
            } finally {
                Folders.delete(draft);
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void initialize(Bundle bundle, Path software, Path data) {
        Path log = data.resolveSibling("initialization.log");
        List<String> command = bundle.initialization(software, data);
        try {
            if (command.isEmpty()) {
                Files.createDirectory(data);
                return;
            }
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            if (!process.waitFor(2, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException(bundle.name() + " has not initialised its data within two minutes.");
            }
            if (process.exitValue() != 0) {
                throw new IllegalStateException(
                        bundle.name() + " cannot initialise its data:" + System.lineSeparator() + Folders.tail(log));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted.", e);
        }
    }
}
