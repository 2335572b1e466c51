package dev.rollcall.storage;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Makes files and folders that only their owner can read and write, with any umask: modes 0600 and 0700. A file system
 * without such modes, as Windows has, gives them the access rules of the folder that they are in. For backends and commands.
 */
public final class PrivateFiles {

    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final Logger LOG = System.getLogger(PrivateFiles.class.getName());

    private PrivateFiles() {}

    /**
     * Makes a folder, and those above it, where they are missing. Folders that are there stay as they are.
     *
     * @param folder the folder
     * @throws IOException where it can't be made, or something else has its name
     */
    public static void createFolders(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, attributes(folder, FOLDER));
        }
    }

    /**
     * Makes an empty file where there is none. A file that is there keeps its content, and is narrowed as by {@link
     * #tighten}.
     *
     * @param file the file
     * @throws IOException where it can't be made
     */
    public static void createFile(Path file) throws IOException {
        try {
            Files.createFile(file, attributes(file, FILE));
        } catch (FileAlreadyExistsException isThere) {
            tighten(file);
        }
    }

    /**
     * Opens a file, and makes it where the options say so. A file that is there is narrowed as by {@link #tighten}. A
     * symbolic link is refused: another user may have put it there.
     *
     * @param file the file
     * @param options the options of opening it
     * @return its channel
     * @throws IOException where it can't be opened, or others can read it and this user may not change that
     */
    public static FileChannel open(Path file, OpenOption... options) throws IOException {
        Set<OpenOption> all = new HashSet<>(List.of(options));
        all.add(LinkOption.NOFOLLOW_LINKS);
        FileChannel channel = FileChannel.open(file, all, attributes(file, FILE));
        try {
            tighten(file);
            return channel;
        } catch (IOException | RuntimeException failure) {
            channel.close();
            throw failure;
        }
    }

    /**
     * Takes away what others may do with a file, and says so in the log. Does nothing where there is no file, where it is a
     * symbolic link or no regular file, or where it is private already. The file is never opened for it: SQLite would lose
     * its locks when it is closed again.
     *
     * @param file the file
     * @throws IOException where others can read or write it and this user may not change that
     */
    public static void tighten(Path file) throws IOException {
        if (!isPosix(file) || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Set<PosixFilePermission> permissions =
                Files.readAttributes(file, PosixFileAttributes.class).permissions();
        Set<PosixFilePermission> own = EnumSet.copyOf(FOLDER);
        own.retainAll(permissions);
        if (!own.equals(permissions)) {
            Files.setPosixFilePermissions(file, own);
            LOG.log(
                    Level.WARNING,
                    "Others could read or write {0}, which may hold secrets; now only its owner can.",
                    file);
        }
    }

    /**
     * Whether a folder is a real one, of this user's, in which nobody else but root can put or replace anything, by way of
     * the folders above it neither. Takes from others what they may do in the folder itself, where it is this user's.
     *
     * @param folder the folder
     * @return false where it is missing or others have a way into it; true on a file system without such modes
     * @throws IOException where that can't be found out
     */
    public static boolean isOursAlone(Path folder) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        if (!isPosix(folder)) {
            return true;
        }
        Path real = folder.toRealPath();
        int self = self(real);
        if (uid(real) != self) {
            return false;
        }
        Files.setPosixFilePermissions(real, FOLDER);
        for (Path above = real.getParent(); above != null; above = above.getParent()) {
            if (!isTrusted(above, self)) {
                return false;
            }
        }
        return true;
    }

    /** A folder in which others may write is safe where only the owners of things may rename them, as in /tmp. */
    private static boolean isTrusted(Path folder, int self) throws IOException {
        int mode = (int) Files.getAttribute(folder, "unix:mode");
        int owner = uid(folder);
        return (owner == self || owner == 0) && ((mode & 0022) == 0 || (mode & 01000) != 0);
    }

    /** This user's number, which is that of what it makes. */
    private static int self(Path folder) throws IOException {
        Path made = Files.createTempFile(folder, "owner", null);
        try {
            return uid(made);
        } finally {
            Files.delete(made);
        }
    }

    private static int uid(Path path) throws IOException {
        return (int) Files.getAttribute(path, "unix:uid");
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static FileAttribute<?>[] attributes(Path path, Set<PosixFilePermission> permissions) {
        return isPosix(path)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }
}
