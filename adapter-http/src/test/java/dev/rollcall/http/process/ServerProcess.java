package dev.rollcall.http.process;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The built jar as a process of its own, which can be asked to stop and be killed. */
public final class ServerProcess implements AutoCloseable {

    private static final Pattern SERVING = Pattern.compile("Serving +(http://\\S+)");

    /** Far beyond what anything takes that does not hang. */
    private static final int PATIENCE_SECONDS = 60;

    private final Process process;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final List<Thread> readers;

    private ServerProcess(Process process) {
        this.process = process;
        readers = List.of(read(process.getInputStream()), read(process.getErrorStream()));
    }

    /** Runs the jar with arguments, in a folder. */
    public static ServerProcess start(Path folder, Map<String, String> environment, String... arguments)
            throws IOException {
        List<String> program = new ArrayList<>(ClassArchive.options());
        program.addAll(List.of("-jar", jar()));
        return start(folder, environment, program, arguments);
    }

    /** Runs the jar with the storage that tests add to it. */
    public static ServerProcess startWithTestStorage(Path folder, String... arguments) throws IOException {
        String testClasses = Path.of("target", "test-classes").toAbsolutePath().toString();
        String classPath = jar() + File.pathSeparator + testClasses;
        return start(folder, Map.of(), List.of("-cp", classPath, "dev.rollcall.http.Main"), arguments);
    }

    /** Runs the JVM with more options and a program. */
    static ServerProcess start(Path folder, Map<String, String> environment, List<String> program, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // Seconds of life do not repay what the optimizing compiler and a concurrent collector take.
        command.addAll(
                List.of("-Xmx768m", "-XX:ActiveProcessorCount=2", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.add("-Duser.timezone=America/New_York");
        command.addAll(program);
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("ROLLCALL_"));
        builder.environment().putAll(environment);
        return new ServerProcess(builder.start());
    }

    /** Waits until it serves, and says where. */
    public URI awaitUrl() throws InterruptedException {
        return URI.create(await(SERVING).group(1));
    }

    /** Waits for a line of its output. */
    public Matcher await(Pattern line) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < deadline) {
            String next = lines.poll(100, TimeUnit.MILLISECONDS);
            if (next != null) {
                Matcher matcher = line.matcher(next);
                if (matcher.find()) {
                    return matcher;
                }
            } else if (!process.isAlive()) {
                break;
            }
        }
        throw new AssertionError("No line like " + line + " in: " + said());
    }

    /** Asks it to end, by SIGTERM. */
    public void terminate() {
        // Unlike destroy() of the process itself, it leaves the streams open.
        process.toHandle().destroy();
    }

    /** Ends it by SIGKILL. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Waits for its end. */
    public int exitCode() throws InterruptedException {
        return exitCode(PATIENCE_SECONDS);
    }

    /** Waits for its end, for as long as nothing but a program that hangs takes. */
    public int exitCode(int withinSeconds) throws InterruptedException {
        if (!process.waitFor(withinSeconds, TimeUnit.SECONDS)) {
            throw new AssertionError("Not ended within " + withinSeconds + " s: " + said());
        }
        for (Thread reader : readers) {
            reader.join();
        }
        return process.exitValue();
    }

    /** Sends it a line. */
    public void tell(String line) throws IOException {
        OutputStream input = process.getOutputStream();
        input.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        input.flush();
    }

    /** All that it has said so far, errors included. */
    public String said() {
        return String.join("\n", said);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** Where the built jar is. */
    static String jar() {
        return System.getProperty(
                "rollcall.jar",
                Path.of("target", "rollcall.jar").toAbsolutePath().toString());
    }

    private Thread read(InputStream stream) {
        // A read of a pipe holds its carrier thread, and some of these would hold all of them.
        return Thread.ofPlatform().daemon().start(() -> {
            try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    said.add(line);
                    lines.add(line);
                }
            } catch (IOException killed) {
                said.add(String.valueOf(killed.getMessage()));
            }
        });
    }
}
