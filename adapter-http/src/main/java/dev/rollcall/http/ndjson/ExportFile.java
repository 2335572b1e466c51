package dev.rollcall.http.ndjson;

import dev.rollcall.error.InvalidInputException;
import dev.rollcall.error.StoreFailureException;
import dev.rollcall.error.Violation;
import dev.rollcall.port.Outcome;
import dev.rollcall.storage.PrivateFiles;
import dev.rollcall.transfer.RecordType;
import dev.rollcall.transfer.Sink;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A file that is being written, for its owner alone: under another name, until it is complete. For one thread. */
public final class ExportFile implements Sink, AutoCloseable {

    private final Path file;
    private final Path part;
    private final FileChannel channel;

    private ExportFile(Path file, Path part, FileChannel channel) {
        this.file = file;
        this.part = part;
        this.channel = channel;
    }

    /**
     * Begins a file.
     *
     * @param file its name once it is complete
     * @return the file, with nothing in it
     * @throws IOException where it can't be written
     */
    public static ExportFile begin(Path file) throws IOException {
        ExportFile begun = open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        begun.channel.truncate(0);
        begun.append(Format.header());
        return begun;
    }

    /**
     * Goes on with a file that was not completed. What was written after the offset is written again.
     *
     * @param file its name once it is complete
     * @param offset up to where it is known to be right, in bytes
     * @return the file
     * @throws InvalidInputException where there is no such file, or a shorter one
     * @throws IOException where it can't be written
     */
    public static ExportFile resume(Path file, long offset) throws IOException {
        Path part = part(file);
        if (!Files.exists(part) || Files.size(part) < offset) {
            throw new InvalidInputException(List.of(new Violation(
                    part.toString(),
                    "is not what the export that was interrupted left. Add --restart to begin again")));
        }
        ExportFile resumed = open(file, StandardOpenOption.WRITE);
        resumed.channel.truncate(offset).position(offset);
        return resumed;
    }

    private static ExportFile open(Path file, StandardOpenOption... options) throws IOException {
        Path part = part(file);
        FileChannel channel = PrivateFiles.open(part, options);
        if (channel.tryLock() == null) {
            channel.close();
            throw new IOException("Another export is writing to " + part + ". Let it end, or name another file.");
        }
        return new ExportFile(file, part, channel);
    }

    /**
     * What of such a file is secret.
     *
     * @return a list in words
     */
    public static String secrets() {
        return Format.SECRETS;
    }

    private static Path part(Path file) {
        return file.resolveSibling(file.getFileName() + ".part");
    }

    @Override
    public String name() {
        return file.toString();
    }

    @Override
    public <T> List<Outcome<T>> write(RecordType<T> feature, List<T> things, Instant now) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        things.forEach(thing -> lines.writeBytes(Format.line(feature, thing)));
        try {
            append(lines.toByteArray());
        } catch (IOException full) {
            throw new StoreFailureException(part + " can't be written: " + full.getMessage() + ".", full);
        }
        return things.stream().map(Outcome::success).toList();
    }

    /**
     * How much was written.
     *
     * @return the offset after the last line, in bytes
     * @throws IOException where the file is gone
     */
    public long offset() throws IOException {
        return channel.position();
    }

    /**
     * Completes the file and gives it its name, in place of an older one of that name.
     *
     * @param counts the number of things that were written, by the name of their type
     * @throws IOException where the disk does not take it
     */
    public void complete(Map<String, Long> counts) throws IOException {
        append(Format.footer(counts));
        channel.force(true);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel folder = FileChannel.open(file.getParent())) {
            folder.force(true);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private void append(byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }
}
