package dev.rollcall.testkit.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Programs for Node.js, with what they need from npm's registry. A program exits with 0 where it finds no fault, and else names
 * each in a line of its error stream.
 *
 * @param folder where the programs are, beside their package-lock.json
 * @param purpose what they are for, as the beginning of a sentence: {@code The templates are checked}
 */
public record NodeTools(Path folder, String purpose) {

    /**
     * How a program ended.
     *
     * @param status 0 where it found no fault
     * @param complaints what it wrote to its error stream
     */
    public record Result(int status, String complaints) {

        /** What a program says that finds nothing. */
        public static final Result NO_FAULT = new Result(0, "");
    }

    /**
     * Fetches what the lock file names, unless that is there already.
     *
     * @throws IllegalStateException where there is no npm, or it cannot fetch: says what to do
     */
    public void install() {
        Path lock = folder.resolve("package-lock.json");
        Path installed = folder.resolve("node_modules/.rollcall-lock");
        try {
            if (Files.exists(installed) && Files.mismatch(lock, installed) == -1) {
                return;
            }
            // No scripts: nothing of what is fetched runs but for the tools themselves.
            Result result = start(List.of("npm", "ci", "--ignore-scripts", "--prefer-offline", "--loglevel=error"));
            if (result.status != 0) {
                throw new IllegalStateException("npm could not fetch the tools. " + cure() + "\n" + result.complaints);
            }
            Files.copy(lock, installed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Runs a program to its end.
     *
     * @param program its file in the folder
     * @param arguments what it is given, each by its text
     * @return how it ended
     * @throws IllegalStateException where there is no Node.js: says what to do
     */
    public Result run(String program, Object... arguments) {
        return start(
                Stream.concat(Stream.of("node", program), Stream.of(arguments).map(Object::toString))
                        .toList());
    }

    private Result start(List<String> command) {
        try {
            Path output = Files.createTempFile("rollcall-tool", ".txt");
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(output.toFile())
                    .start();
            Result result = new Result(process.waitFor(), withoutWarnings(output));
            Files.delete(output);
            return result;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while running " + command, e);
        } catch (IOException e) {
            throw new IllegalStateException("There is no " + command.getFirst() + ". " + cure(), e);
        }
    }

    private String cure() {
        return purpose + " by tools that need Node.js 18 or newer and npm; ./test says how to get them.";
    }

    /** What Node.js and npm have to say about themselves and a library's age is no complaint. */
    private static String withoutWarnings(Path output) throws IOException {
        try (Stream<String> lines = Files.lines(output, StandardCharsets.UTF_8)) {
            return lines.filter(line -> !line.startsWith("(node:")
                            && !line.startsWith("(Use `node")
                            && !line.startsWith("npm warn"))
                    .reduce("", (all, line) -> all + line + "\n");
        }
    }
}
