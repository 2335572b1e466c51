package dev.rollcall.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrivateFilesTest {

    @TempDir
    Path folder;

    @Test
    void foldersThatAreMissingShouldBeMadeForTheOwnerAlone() throws IOException {
        set(folder, "rwxr-xr-x");

        PrivateFiles.createFolders(folder.resolve("one/two"));
        PrivateFiles.createFolders(folder.resolve("one/two"));

        assertThat(mode(folder)).isEqualTo("rwxr-xr-x");
        assertThat(mode(folder.resolve("one"))).isEqualTo("rwx------");
        assertThat(mode(folder.resolve("one/two"))).isEqualTo("rwx------");
    }

    @ParameterizedTest
    @CsvSource({"rw-r--r--, rw-------", "rwxrwxrwx, rwx------", "r--r-----, r--------", "rw-------, rw-------"})
    void aFileThatIsThereShouldBeTakenFromOthersAndKeepItsContent(String before, String after) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "content");
        set(file, before);

        PrivateFiles.createFile(file);

        assertThat(mode(file)).isEqualTo(after);
        assertThat(file).hasContent("content");
    }

    @Test
    void aFileThatIsOpenedShouldBeMadeForTheOwnerAlone() throws IOException {
        Path file = folder.resolve("file");
        Path wide = Files.createFile(folder.resolve("wide"));
        set(wide, "rw-rw-rw-");

        PrivateFiles.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)
                .close();
        PrivateFiles.open(wide, StandardOpenOption.WRITE).close();

        assertThat(mode(file)).isEqualTo("rw-------");
        assertThat(mode(wide)).isEqualTo("rw-------");
    }

    @Test
    void aLinkShouldNeitherBeOpenedNorChangeWhatItLeadsTo() throws IOException {
        Path target = Files.createFile(folder.resolve("target"));
        set(target, "rw-r--r--");
        Path link = Files.createSymbolicLink(folder.resolve("link"), target);

        assertThatThrownBy(() -> {
                    try (FileChannel opened =
                            PrivateFiles.open(link, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                        opened.truncate(0);
                    }
                })
                .isInstanceOf(IOException.class);
        PrivateFiles.tighten(link);

        assertThat(mode(target)).isEqualTo("rw-r--r--");
    }

    @Test
    void aFolderShouldBeOursAloneWhereNobodyElseCanWriteOnTheWay() throws IOException {
        Path outer = Files.createDirectory(folder.resolve("outer"));
        Path inner = Files.createDirectory(outer.resolve("inner"));
        set(inner, "rwxrwxrwx");
        assertThat(PrivateFiles.isOursAlone(inner)).isTrue();
        assertThat(mode(inner)).isEqualTo("rwx------");

        set(outer, "rwxrwxr-x");
        assertThat(PrivateFiles.isOursAlone(inner)).isFalse();
    }

    @Test
    void neitherALinkNorAFileNorNothingShouldBeAFolderOfOurs() throws IOException {
        Path real = Files.createDirectory(folder.resolve("real"));

        assertThat(PrivateFiles.isOursAlone(Files.createSymbolicLink(folder.resolve("link"), real)))
                .isFalse();
        assertThat(PrivateFiles.isOursAlone(Files.createFile(folder.resolve("file"))))
                .isFalse();
        assertThat(PrivateFiles.isOursAlone(folder.resolve("nothing"))).isFalse();
    }

    private static void set(Path path, String mode) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
