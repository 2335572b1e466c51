package dev.rollcall.persistence.mysql.engine.sqlite;

import dev.rollcall.error.InvalidInputException;
import dev.rollcall.persistence.mysql.engine.StoreErrors;
import dev.rollcall.storage.PrivateFiles;
import dev.rollcall.storage.StorageSettings;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * A file of SQLite's, there or not.
 *
 * @param path its absolute path, as it was given
 */
record SqliteFile(Path path) {

    /** The prefix of its URLs. */
    static final String SCHEME = "jdbc:sqlite:";

    /** The files that SQLite and Rollcall write beside a database. */
    private static final List<String> BESIDE = List.of("", "-wal", "-shm", "-journal", ".lock", ".migration");

    /** The file that a URL names. */
    static SqliteFile of(StorageSettings settings) {
        String name = settings.url().substring(SCHEME.length());
        if (name.isBlank() || name.startsWith(":") || name.startsWith("file:") || name.contains("?")) {
            throw StoreErrors.invalid("must be a file such as " + StorageSettings.DEFAULT_URL + ", not '"
                    + settings.displayUrl() + "'; memory: keeps nothing");
        }
        try {
            return new SqliteFile(Path.of(name).toAbsolutePath().normalize());
        } catch (InvalidPathException e) {
            throw StoreErrors.invalid("must name a file that can exist, not '" + settings.displayUrl() + "'");
        }
    }

    boolean exists() {
        return Files.exists(path);
    }

    Path folder() {
        return Objects.requireNonNullElse(path.getParent(), path);
    }

    /**
     * Makes the file and its folder where they are missing, for this user alone. A file that is there stays as it is, for it
     * may be no database.
     *
     * @return the file by its one path without links
     */
    Path create() {
        try {
            PrivateFiles.createFolders(folder());
        } catch (IOException e) {
            throw StoreErrors.invalid("the folder " + folder() + " can't be made; create it, or name another");
        }
        if (Files.isSymbolicLink(path) && !exists()) {
            throw StoreErrors.invalid(path + " can't be opened: it is a link to nothing. Name the file itself");
        }
        try {
            if (!exists()) {
                PrivateFiles.createFile(path);
            }
            if (!Files.isRegularFile(path)) {
                throw StoreErrors.invalid(path + " can't be opened: it is no regular file. Name another");
            }
            return path.toRealPath();
        } catch (AccessDeniedException e) {
            throw StoreErrors.invalid(path + " can't be opened: this user may not write to it and its folder");
        } catch (IOException e) {
            throw exposed(path);
        }
    }

    /**
     * Takes from others what they may do with a database and with what is beside it. To be called when it is known to be one.
     * SQLite gives the files that it makes beside it the same mode.
     *
     * @param database the file by its one path without links
     */
    static void keepFromOthers(Path database) {
        try {
            for (String suffix : BESIDE) {
                PrivateFiles.tighten(database.resolveSibling(database.getFileName() + suffix));
            }
        } catch (IOException e) {
            throw exposed(database);
        }
    }

    private static InvalidInputException exposed(Path file) {
        return StoreErrors.invalid(file + " can't be kept from others: it belongs to another user, or its disk is"
                + " broken or read-only. Run Rollcall as the owner of the file, or name another");
    }
}
