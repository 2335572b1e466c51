package dev.rollcall.persistence.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.storage.StorageSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

    /** No file may grow beyond what the database's has, as where the disk is full or a quota is used up. */
    @Test
    void aStoreWithoutRoomShouldSayThatItCannotServe() throws Exception {
        StorageSettings settings = Stores.sqlite(folder);
        Stores.open(settings).close();
        // Larger than what else a start writes: the driver's library, and the log of its classes.
        Stores.run(settings, "CREATE TABLE filler AS SELECT zeroblob(16000000)");
        long blocks = Files.size(folder.resolve("rollcall.db")) / 512;

        assertThat(run(settings, "sh", "-c", "ulimit -f " + blocks + "; exec \"$@\"", "sh"))
                .isNotZero();
        assertThat(text(folder.resolve("err"))).contains("The database has no room left");
        assertThat(folder.resolve("rollcall.db-room")).doesNotExist();
    }

    /** The classes that a start loads. */
    private String start(StorageSettings settings) throws IOException, InterruptedException {
        assertThat(run(settings)).describedAs(() -> text(folder.resolve("err"))).isZero();
        return Files.readString(folder.resolve("classes"));
    }

    /** The exit code of a program that starts, by another program if that is given. */
    private int run(StorageSettings settings, String... by) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(by));
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load:file=" + folder.resolve("classes"),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                OpenOnce.class.getName(),
                settings.url()));
        return new ProcessBuilder(command)
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile())
                .start()
                .waitFor();
    }

    private static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
