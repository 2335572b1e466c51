package dev.rollcall.persistence.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.storage.StorageSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a start loads and says, seen from outside the process. */
class StartTest {

    @TempDir
    Path folder;

    @Test
    void aStartShouldLoadLiquibaseOnlyWhereSomethingIsPending() throws Exception {
        StorageSettings settings = Stores.sqlite(folder);

        assertThat(start(settings)).contains(" liquibase.");
        assertThat(start(settings)).doesNotContain(" liquibase.").contains(" org.jooq.");
    }

    /** Neither jOOQ nor Liquibase greets anybody. */
    @Test
    void aStartShouldSayLittle() throws Exception {
        StorageSettings settings = Stores.sqlite(folder);

        start(settings);
        assertThat(folder.resolve("out")).hasContent("");
        assertThat(Files.readString(folder.resolve("err")))
                .containsPattern("is up to date after [1-9]\\d* changes")
                .doesNotContainIgnoringCase("liquibase")
                .doesNotContainIgnoringCase("jooq");

        start(settings);
        assertThat(folder.resolve("out")).hasContent("");
        assertThat(Files.readAllLines(folder.resolve("err")))
                .allSatisfy(line -> assertThat(line).contains(" INFO com.zaxxer.hikari"));
    }

    /** The classes that a start loads. */
    private String start(StorageSettings settings) throws IOException, InterruptedException {
        Path classes = folder.resolve("classes");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load:file=" + classes,
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        OpenOnce.class.getName(),
                        settings.url())
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile())
                .start();
        assertThat(process.waitFor())
                .describedAs(() -> text(folder.resolve("err")))
                .isZero();
        return Files.readString(classes);
    }

    private static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
