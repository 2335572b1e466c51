package dev.rollcall.http.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;

/** The archive that a server writes when it stops. It saves later starts almost half of their work. */
final class ClassArchive {

    private static final List<String> OPTIONS = options(Path.of(ServerProcess.jar()));

    private ClassArchive() {}

    /** The options that let a JVM use the archive. */
    static List<String> options() {
        return OPTIONS;
    }

    /** Only one of the JVMs that run tests makes the archive. The others wait for it. */
    private static List<String> options(Path jar) {
        Path archive = jar.resolveSibling("rollcall-" + Runtime.version() + ".jsa");
        try (FileChannel gate = FileChannel.open(
                        jar.resolveSibling("rollcall.jsa.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = gate.lock()) {
            assert lock.isValid();
            if (!Files.exists(archive) || isOlder(archive, jar)) {
                make(archive, jar);
            }
            return List.of("-XX:SharedArchiveFile=" + archive);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static boolean isOlder(Path archive, Path jar) throws IOException {
        return Files.getLastModifiedTime(archive).compareTo(Files.getLastModifiedTime(jar)) < 0;
    }

    private static void make(Path archive, Path jar) throws IOException, InterruptedException {
        Files.deleteIfExists(archive);
        Path folder = Files.createTempDirectory(jar.toAbsolutePath().getParent(), "archive-");
        List<String> program =
                List.of("-XX:+RecordDynamicDumpInfo", "-Drollcall.archive=" + archive, "-jar", jar.toString());
        try (ServerProcess server = ServerProcess.start(folder, Map.of(), program, "--port", "0")) {
            server.awaitUrl();
            server.terminate();
            int unused = server.exitCode();
            if (!Files.exists(archive)) {
                throw new IllegalStateException("no archive was written: " + server.said());
            }
        }
    }
}
