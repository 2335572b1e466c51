package dev.rollcall.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What holds for the files of the whole project. */
final class SourceTreeTest {

    static final Path ROOT = Path.of("..");
    private static final Set<String> NOT_OURS = Set.of("target", ".git", "node_modules", "rollcall-data");

    @Test
    void noTwoPathsShouldDifferOnlyInCase() throws IOException {
        List<String> paths = paths();

        assertThat(paths).contains("pom.xml", "testkit/pom.xml");
        assertThat(paths.stream()
                        .collect(Collectors.groupingBy(path -> path.toLowerCase(Locale.ROOT)))
                        .values())
                .as("paths of which a checkout on macOS or Windows keeps one alone")
                .allSatisfy(same -> assertThat(same).hasSize(1));
    }

    static List<String> paths() throws IOException {
        List<String> paths = new ArrayList<>();
        Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return NOT_OURS.contains(folder.getFileName().toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                paths.add(ROOT.relativize(file).toString().replace('\\', '/'));
                return FileVisitResult.CONTINUE;
            }
        });
        return paths;
    }
}
