package dev.rollcall.testkit.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * Finds {@code synchronized} blocks, which ArchUnit does not see: they are instructions and no modifier. The disassembler of
 * the JDK shows them.
 */
public final class Monitors {

    private Monitors() {}

    /**
     * Demands that no class enters a monitor.
     *
     * @param classes the classes
     * @throws AssertionError where one does; the message names its methods
     */
    public static void requireNone(JavaClasses classes) {
        List<String> found = entered(disassembled(classes));
        if (!found.isEmpty()) {
            throw new AssertionError("Locks are those of java.util.concurrent, but these enter a monitor: " + found);
        }
    }

    private static List<String> entered(String disassembled) {
        List<String> found = new ArrayList<>();
        String type = "";
        String method = "";
        for (String line : disassembled.lines().toList()) {
            if (line.endsWith("{")) {
                type = line.substring(0, line.length() - 1).strip();
            } else if (line.endsWith(";") && line.startsWith("  ") && !line.startsWith("   ")) {
                method = line.strip();
            } else if (line.endsWith(": monitorenter")) {
                found.add(type + ": " + method);
            }
        }
        return found;
    }

    private static String disassembled(JavaClasses classes) {
        String[] arguments = Stream.concat(
                        Stream.of("-c", "-p"),
                        classes.stream()
                                .flatMap(one -> one.getSource().stream())
                                .map(source -> place(source.getUri())))
                .toArray(String[]::new);
        StringWriter shown = new StringWriter();
        StringWriter errors = new StringWriter();
        int status = ToolProvider.findFirst("javap")
                .orElseThrow(() -> new AssertionError("Tests need a JDK; this Java has no javap."))
                .run(new PrintWriter(shown), new PrintWriter(errors), arguments);
        if (status != 0) {
            throw new AssertionError("javap failed: " + errors);
        }
        return shown.toString();
    }

    /** A class file as javap takes it: a path, or the URL of an entry of a jar. */
    private static String place(URI uri) {
        return uri.getScheme().equals("file") ? Path.of(uri).toString() : uri.toString();
    }
}
