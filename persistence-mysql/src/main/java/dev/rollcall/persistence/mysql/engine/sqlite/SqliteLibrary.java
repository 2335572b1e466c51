package dev.rollcall.persistence.mysql.engine.sqlite;

import dev.rollcall.persistence.mysql.engine.StoreErrors;
import dev.rollcall.storage.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.sqlite.SQLiteJDBCLoader;

/**
 * SQLite's native library. The driver unpacks it, by default where anybody may write and, at times, nobody may execute; here
 * it is unpacked where nobody else can write, so that nobody can put another in its place.
 */
final class SqliteLibrary {

    private static final String FOLDER = "org.sqlite.tmpdir";
    private static final String CURE = "Name by -D" + FOLDER + " a folder in which this user alone can write, on a disk"
            + " from which programs may run";

    /** The folders that were chosen here. They may be gone since the library was loaded. */
    private static final Set<String> CHOSEN = ConcurrentHashMap.newKeySet();

    private SqliteLibrary() {}

    /**
     * Loads the library unless it is loaded already.
     *
     * @param data the folder in which the database lies
     * @param create whether a folder may be made there
     */
    static void load(Path data, boolean create) {
        String named = System.getProperty(FOLDER);
        try {
            if (named == null) {
                String chosen = folder(data, create).toString();
                CHOSEN.add(chosen);
                System.setProperty(FOLDER, chosen);
            } else if (!CHOSEN.contains(named) && !PrivateFiles.isOursAlone(Path.of(named))) {
                throw unsafe(named);
            }
        } catch (IOException e) {
            throw unsafe(named == null ? data.toString() : named);
        }
        try {
            SQLiteJDBCLoader.initialize();
        } catch (Exception e) {
            throw StoreErrors.invalid(
                    "SQLite's library can't be loaded from " + System.getProperty(FOLDER) + ". " + CURE);
        }
    }

    /** One beside the database; where others have a way into that, one of this user's among the temporary files. */
    private static Path folder(Path data, boolean create) throws IOException {
        Path beside = data.resolve("native");
        if (create && Files.notExists(beside, LinkOption.NOFOLLOW_LINKS)) {
            PrivateFiles.createFolders(beside);
        }
        if (PrivateFiles.isOursAlone(beside)) {
            return beside;
        }
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"))
                .resolve("rollcall-native-" + System.getProperty("user.name"))
                .toAbsolutePath();
        PrivateFiles.createFolders(temporary);
        if (!PrivateFiles.isOursAlone(temporary)) {
            throw unsafe(temporary.toString());
        }
        return temporary;
    }

    private static RuntimeException unsafe(String folder) {
        return StoreErrors.invalid(
                "SQLite's library can't be loaded from " + folder + ", where others can put another. " + CURE);
    }
}
