package dev.rollcall.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * Programs for Node.js, with what they need from npm's registry.
 *
 * @param folder where the programs are, beside their package-lock.json
 */
record NodeTools(Path folder) {

    private static final String CURE =
            " The templates are checked by tools that need Node.js 18 or newer and npm; ./test says how to get them.";

    /**
     * How a program ended.
     *
     * @param status 0 where it found no fault
     * @param complaints what it wrote to its error stream
     */
    record Result(int status, String complaints) {}

    /** Fetches what the lock file names, unless that is there already. */
    void install() {
        Path lock = folder.resolve("package-lock.json");
        Path installed = folder.resolve("node_modules/.rollcall-lock");
        try {
            if (Files.exists(installed) && Files.mismatch(lock, installed) == -1) {
                return;
            }
            // No scripts: nothing of what is fetched runs but for the tools themselves.
            Result result = start("npm", "ci", "--ignore-scripts", "--prefer-offline", "--loglevel=error");
            if (result.status != 0) {
                throw new IllegalStateException(
                        "npm could not fetch the tools that check the templates." + CURE + "\n" + result.complaints);
            }
            Files.copy(lock, installed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a program with a path as its argument. */
    Result run(String program, Path argument) {
        return start("node", program, argument.toString());
    }

    private Result start(String... command) {
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
            throw new IllegalStateException("interrupted while running " + Arrays.toString(command), e);
        } catch (IOException e) {
            throw new IllegalStateException("There is no " + command[0] + "." + CURE, e);
        }
    }

    /** What Node.js has to say about itself and a library's age is no complaint about a template. */
    private static String withoutWarnings(Path output) throws IOException {
        try (Stream<String> lines = Files.lines(output, StandardCharsets.UTF_8)) {
            return lines.filter(line -> !line.startsWith("(node:")
                            && !line.startsWith("(Use `node")
                            && !line.startsWith("npm warn"))
                    .reduce("", (all, line) -> all + line + "\n");
        }
    }
}
