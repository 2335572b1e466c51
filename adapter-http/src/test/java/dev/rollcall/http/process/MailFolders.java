package dev.rollcall.http.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Folders for the mails of servers: one for each server, which shows which server wrote a mail. */
public final class MailFolders {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(5);

    private final Path root;
    private final List<Path> folders = new ArrayList<>();

    public MailFolders(Path root) {
        this.root = root;
    }

    /** The variables of one more server. */
    public Map<String, String> next(Map<String, String> environment) throws IOException {
        Path folder = Files.createDirectory(root.resolve("mail-" + folders.size()));
        folders.add(folder);
        Map<String, String> own = new HashMap<>(environment);
        own.put("ROLLCALL_MAIL", "file:" + folder);
        return own;
    }

    /** How many different mails of a kind there are. */
    public int count(String kind) throws IOException {
        return (int) files().map(file -> file.getFileName().toString())
                .filter(name -> name.startsWith(kind + "."))
                .distinct()
                .count();
    }

    /** Waits until there are so many different mails of a kind. */
    public void await(String kind, int least) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (count(kind) < least) {
            if (System.nanoTime() > end) {
                throw new AssertionError(count(kind) + " mails of " + least + " after " + PATIENCE);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /** All that was written; what two servers wrote is here twice. */
    public List<Mail> read() throws IOException {
        List<Mail> mails = new ArrayList<>();
        for (Path file : (Iterable<Path>) files()::iterator) {
            mails.add(Mail.read(file));
        }
        return mails;
    }

    /** How many each of them wrote, for those who read the build's output. */
    public List<Integer> shares() throws IOException {
        List<Integer> shares = new ArrayList<>();
        for (Path folder : folders) {
            shares.add(list(folder).size());
        }
        return shares;
    }

    private Stream<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path folder : folders) {
            files.addAll(list(folder));
        }
        return files.stream();
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".eml")).collect(Collectors.toList());
        }
    }
}
