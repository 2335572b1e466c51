package dev.rollcall.persistence.mysql.engine.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.persistence.mysql.Stores;
import dev.rollcall.storage.StorageSettings;
import dev.rollcall.storage.Store;
import dev.rollcall.testkit.fixture.Fresh;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may read and replace what is kept in files. */
class SqliteFilesTest {

    private static final String LIBRARY = "org.sqlite.tmpdir";

    @TempDir
    Path folder;

    private @Nullable String before;

    @BeforeEach
    void forgetTheLibrary() {
        before = System.clearProperty(LIBRARY);
    }

    @AfterEach
    void rememberTheLibrary() {
        if (before == null) {
            System.clearProperty(LIBRARY);
        } else {
            System.setProperty(LIBRARY, before);
        }
    }

    @Test
    void onlyTheOwnerShouldReadNewFiles() throws IOException {
        Path data = folder.resolve("new").resolve("data");
        try (Store store = Stores.open(Stores.sqlite(data))) {
            store.repositories().customers().put(Fresh.customerId(), Fresh.instant());

            assertThat(modes(folder.resolve("new")))
                    .containsEntry("data", "rwx------")
                    .containsEntry("native", "rwx------")
                    .containsEntry("rollcall.db", "rw-------")
                    .containsEntry("rollcall.db-wal", "rw-------")
                    .containsEntry("rollcall.db-shm", "rw-------")
                    .containsEntry("rollcall.db.lock", "rw-------")
                    .containsEntry("rollcall.db.migration", "rw-------");
        }
    }

    @Test
    void whatOthersCouldReadShouldBeTakenFromThemButNotTheFolder() throws IOException {
        StorageSettings settings = Stores.sqlite(folder);
        Files.createFile(folder.resolve("rollcall.db"));
        Files.createFile(folder.resolve("rollcall.db.lock"));
        Files.createFile(folder.resolve("other.txt"));
        set("rwxr-xr-x", folder);
        set(
                "rw-r--r--",
                folder.resolve("rollcall.db"),
                folder.resolve("rollcall.db.lock"),
                folder.resolve("other.txt"));

        Stores.open(settings).close();

        assertThat(modes(folder))
                .containsEntry(folder.getFileName().toString(), "rwxr-xr-x")
                .containsEntry("rollcall.db", "rw-------")
                .containsEntry("rollcall.db.lock", "rw-------")
                .containsEntry("other.txt", "rw-r--r--");
    }

    @Test
    void aFileThatIsNoDatabaseShouldStayAsItIs() throws IOException {
        Path file = folder.resolve("rollcall.db");
        Files.writeString(file, "This is no database.".repeat(1_000));
        set("rw-r--r--", file);

        assertThatThrownBy(() -> Stores.open(Stores.sqlite(folder))).hasMessageContaining("no database");

        assertThat(modes(folder)).containsEntry("rollcall.db", "rw-r--r--");
    }

    @Test
    void theLibraryShouldLieBesideTheDatabase() throws IOException {
        Stores.open(Stores.sqlite(folder)).close();

        assertThat(System.getProperty(LIBRARY))
                .isEqualTo(folder.resolve("native").toString());
    }

    @Test
    void aFolderInWhichOthersCanWriteShouldNotHoldTheLibrary() throws IOException {
        Path data = Files.createDirectory(folder.resolve("data"));
        set("rwxrwxrwx", data);

        Stores.open(Stores.sqlite(data)).close();

        assertThat(System.getProperty(LIBRARY)).doesNotStartWith(folder.toString());
        assertThat(Files.getPosixFilePermissions(Path.of(System.getProperty(LIBRARY))))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void aLinkInPlaceOfTheLibrarysFolderShouldNotBeFollowed() throws IOException {
        Path theirs = Files.createDirectory(folder.resolve("theirs"));
        Path data = Files.createDirectory(folder.resolve("data"));
        Files.createSymbolicLink(data.resolve("native"), theirs);

        Stores.open(Stores.sqlite(data)).close();

        assertThat(System.getProperty(LIBRARY)).doesNotStartWith(folder.toString());
        assertThat(theirs).isEmptyDirectory();
    }

    @Test
    void aFolderThatIsNamedShouldNotBeOneInWhichOthersCanWrite() throws IOException {
        Path shared = Files.createDirectory(folder.resolve("shared"));
        Path named = Files.createDirectory(shared.resolve("named"));
        set("rwxrwxrwx", shared);
        System.setProperty(LIBRARY, named.toString());

        assertThatThrownBy(() -> Stores.open(Stores.sqlite(folder)))
                .hasMessageContaining(LIBRARY)
                .hasMessageContaining("where others can put another");
    }

    @Test
    void aLinkToNothingShouldBeRefused() throws IOException {
        Files.createSymbolicLink(folder.resolve("rollcall.db"), folder.resolve("nothing"));

        assertThatThrownBy(() -> Stores.open(Stores.sqlite(folder))).hasMessageContaining("a link to nothing");

        assertThat(folder.resolve("nothing")).doesNotExist();
    }

    private static void set(String mode, Path... paths) throws IOException {
        for (Path path : paths) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
        }
    }

    private static Map<String, String> modes(Path root) throws IOException {
        Map<String, String> modes = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(root)) {
            paths.forEach(path -> modes.put(path.getFileName().toString(), mode(path)));
        }
        return modes;
    }

    private static String mode(Path path) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
