package dev.rollcall.persistence.mysql;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts programs of the tests, each in a process of its own. */
public final class Programs {

    private Programs() {}

    /** Starts the main method of a class; what it says can be read. */
    public static Process start(Class<?> program, List<String> options, String argument) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName(), argument));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }
}
