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

/** The classes of a started server in a file that later starts map into memory. It saves them almost half of their work. */
final class ClassArchive {

    private static final List<String> OPTIONS = options(Path.of(ServerProcess.jar()));

    private ClassArchive() {}

    /** The options that let a JVM use the archive; none where the JVM could not make it. */
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
            return Files.exists(archive) ? List.of("-XX:SharedArchiveFile=" + archive) : List.of();
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
        List<String> program = List.of("-XX:ArchiveClassesAtExit=" + archive, "-jar", jar.toString());
        try (ServerProcess server = ServerProcess.start(folder, Map.of(), program, "--port", "0")) {
            server.awaitUrl();
            server.terminate();
            int unused = server.exitCode();
        }
    }
}
