package dev.rollcall.testkit.server.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** DynamoDB Local 2.6.1, a folder of jars on the class path. */
public final class DynamoDbBundle implements Bundle {

    private static final String FOLDER = "dynamodb-local";
    private static final String PROGRAM = "DynamoDBLocal-2.6.1.jar";

    private final boolean durable;

    /**
     * The software, with one way to keep data.
     *
     * @param durable whether data are on disk, where they outlive a restart, or in memory, which is faster
     */
    public DynamoDbBundle(boolean durable) {
        this.durable = durable;
    }

    @Override
    public String name() {
        return "dynamodb-local-2.6.1";
    }

    @Override
    public void unpack(Path software) {
        URL program = DynamoDbBundle.class.getClassLoader().getResource(FOLDER + "/" + PROGRAM);
        if (program == null) {
            throw new IllegalStateException(FOLDER + "/" + PROGRAM
                    + " is not on the class path: dev.rollcall:rollcall-testkit-dynamodb-local is missing.");
        }
        try {
            if (program.openConnection() instanceof JarURLConnection connection) {
                URI jar = URI.create("jar:" + connection.getJarFileURL());
                try (FileSystem files = FileSystems.newFileSystem(jar, Map.of())) {
                    copy(files.getPath(FOLDER), software);
                }
            } else {
                // A build that stops before the jar: the module's folder of classes.
                copy(Path.of(URI.create(program.toString())).resolveSibling(""), software);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(from)) {
            for (Path file : files) {
                Files.copy(file, to.resolve(file.getFileName().toString()));
            }
        }
    }

    @Override
    public List<String> initialization(Path software, Path data) {
        return List.of();
    }

    @Override
    public List<String> service(Path software, Path data, int port) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-Djava.library.path=" + software,
                "-cp",
                software.resolve("*").toString(),
                "com.amazonaws.services.dynamodbv2.local.main.ServerRunner",
                "-port",
                Integer.toString(port)));
        command.addAll(options(durable, data.toString()));
        return command;
    }

    /**
     * Returns what the process and the container take alike: one set of tables for all credentials and regions.
     *
     * @param durable whether data are on disk
     * @param folder the folder for them
     * @return the options
     */
    public static List<String> options(boolean durable, String folder) {
        return durable
                ? List.of("-disableTelemetry", "-sharedDb", "-dbPath", folder)
                : List.of("-disableTelemetry", "-sharedDb", "-inMemory");
    }
}
