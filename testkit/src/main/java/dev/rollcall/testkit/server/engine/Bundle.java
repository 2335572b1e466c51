package dev.rollcall.testkit.server.engine;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A server's software as Maven brings it along, for Linux on x86-64, and how it is started. */
public interface Bundle {

    /** {@return a name for folders, with the version} */
    String name();

    /**
     * Fills an empty folder with the software.
     *
     * @param software the folder
     */
    void unpack(Path software);

    /**
     * Returns the command that fills a folder with the data of a server that nobody has used yet.
     *
     * @param software the folder of the software
     * @param data the folder of the data
     * @return the command; empty where the server starts without data
     */
    List<String> initialization(Path software, Path data);

    /**
     * Returns the command that serves a folder of data.
     *
     * @param software the folder of the software
     * @param data the folder of the data
     * @param port the port to listen on, on the loopback address
     * @return the command
     */
    List<String> service(Path software, Path data, int port);

    /** {@return whether the software runs on this machine} */
    static boolean runsHere() {
        return System.getProperty("os.name").equals("Linux")
                && System.getProperty("os.arch").equals("amd64");
    }

    /**
     * Returns the options that MySQL and MariaDB share, for creating data and for serving.
     *
     * @param software the folder of the software
     * @param data the folder of the data
     * @return the options, in a list of their own
     */
    static List<String> common(Path software, Path data) {
        List<String> options = new ArrayList<>(List.of(
                "--no-defaults",
                "--basedir=" + software,
                "--datadir=" + data,
                "--performance-schema=OFF",
                "--innodb-log-file-size=16M"));
        if (isRoot()) {
            options.add("--user=root");
        }
        return options;
    }

    /**
     * Returns the options of {@link #common} with those of a server that serves on the loopback interface alone, with little
     * memory.
     *
     * @param software the folder of the software
     * @param data the folder of the data
     * @param port the port to listen on
     * @param durable as {@link #commits} takes it
     * @return the options, in a list of their own
     */
    static List<String> serving(Path software, Path data, int port, boolean durable) {
        List<String> options = common(software, data);
        options.addAll(List.of(
                "--port=" + port,
                "--bind-address=127.0.0.1",
                // Relative to the data, because a socket's path may not be long.
                "--socket=server.sock",
                "--pid-file=server.pid",
                "--innodb-buffer-pool-size=64M",
                "--max-connections=500",
                "--skip-ssl"));
        options.addAll(commits(durable));
        return options;
    }

    /**
     * Returns the options that say how MySQL and MariaDB commit.
     *
     * @param durable whether a commit waits until the disk has it, as in production. It need not where nothing ends the
     *     server before its data goes.
     * @return the options
     */
    static List<String> commits(boolean durable) {
        String flushes = durable ? "1" : "0";
        return List.of("--sync-binlog=" + flushes, "--innodb-flush-log-at-trx-commit=" + flushes);
    }

    private static boolean isRoot() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid") instanceof Integer uid && uid == 0;
        } catch (java.io.IOException e) {
            return System.getProperty("user.name").equals("root");
        }
    }

    /** {@return the environment that programs of the software need} */
    default Map<String, String> environment() {
        return Map.of();
    }
}
