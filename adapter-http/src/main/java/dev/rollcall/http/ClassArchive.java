package dev.rollcall.http;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import javax.management.JMException;
import javax.management.ObjectName;

/** The classes of a server that has served, in a file that Java maps at later starts (JEP 350). */
final class ClassArchive {

    /** The system property that names the file to write; the option {@code -XX:+RecordDynamicDumpInfo} goes with it. */
    static final String PROPERTY = "rollcall.archive";

    private static final Logger LOG = System.getLogger(ClassArchive.class.getName());

    private ClassArchive() {}

    /**
     * Where to write the archive.
     *
     * @return the file; empty where none is to be written
     */
    static Optional<Path> file() {
        return Optional.ofNullable(System.getProperty(PROPERTY)).map(Path::of);
    }

    /** Writes the archive. Without it starts are slower, and nothing else: a failure is logged alone. */
    static void write(Path file) {
        try {
            // A start beside this one must not map half a file.
            Path unfinished = file.resolveSibling(
                    file.getFileName() + "." + ProcessHandle.current().pid());
            Object[] arguments = {new String[] {"dynamic_dump", unfinished.toString()}};
            Object unused = ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            "vmCds",
                            arguments,
                            new String[] {String[].class.getName()});
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (JMException | IOException | RuntimeException failure) {
            LOG.log(
                    Level.WARNING,
                    "The archive of classes for quicker starts was not written: " + failure.getMessage());
        }
    }
}
