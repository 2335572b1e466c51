package dev.rollcall.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** How long the Java files of the whole project and their methods are. */
final class SourceLengthTest {

    private static final int MOST_LINES_OF_A_FILE = 300;
    private static final int MOST_LINES_OF_A_METHOD = 40;

    @Test
    void noFileShouldHaveMoreThan300Lines() throws IOException {
        TreeMap<String, Long> tooLong = new TreeMap<>();
        for (Path file : javaFiles()) {
            try (var lines = Files.lines(file)) {
                long count = lines.count();
                if (count > MOST_LINES_OF_A_FILE) {
                    tooLong.put(named(file), count);
                }
            }
        }
        assertThat(tooLong).as("files and their lines").isEmpty();
    }

    /** Counts the body of a method, its braces included: annotations, parameters and Javadoc may take their room. */
    @Test
    void noMethodShouldHaveMoreThan40Lines() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> tooLong = new ArrayList<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(javaFiles()));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree file : task.parse()) {
                Void unused = new LongMethods(file, positions, tooLong).scan(file, null);
            }
        }
        assertThat(tooLong).as("methods and their lines").isEmpty();
    }

    private static String named(Path file) {
        return SourceTreeTest.ROOT.relativize(file).toString().replace('\\', '/');
    }

    private static List<Path> javaFiles() throws IOException {
        List<Path> files = SourceTreeTest.paths().stream()
                .filter(path -> path.endsWith(".java"))
                .map(SourceTreeTest.ROOT::resolve)
                .toList();
        assertThat(files).hasSizeGreaterThan(500);
        return files;
    }

    private static final class LongMethods extends TreeScanner<Void, Void> {

        private final CompilationUnitTree file;
        private final SourcePositions positions;
        private final List<String> found;

        LongMethods(CompilationUnitTree file, SourcePositions positions, List<String> found) {
            this.file = file;
            this.positions = positions;
            this.found = found;
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            if (method.getBody() != null) {
                LineMap lines = file.getLineMap();
                long first = lines.getLineNumber(positions.getStartPosition(file, method.getBody()));
                long last = lines.getLineNumber(positions.getEndPosition(file, method.getBody()));
                String name = named(Path.of(file.getSourceFile().getName())) + " " + method.getName();
                if (last - first + 1 > MOST_LINES_OF_A_METHOD) {
                    found.add(name + ": " + (last - first + 1));
                }
            }
            return super.visitMethod(method, null);
        }
    }
}
