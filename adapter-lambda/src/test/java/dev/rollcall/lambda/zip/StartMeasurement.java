package dev.rollcall.lambda.zip;

import dev.rollcall.lambda.OwnDatabase;
import dev.rollcall.lambda.OwnTables;
import dev.rollcall.lambda.RollcallHandler;
import dev.rollcall.lambda.event.EventForm;
import dev.rollcall.rest.http.Headers;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Measures what functions take from the start of the process to the first answer, and for each request after that, as
 * multiples of a handler that does nothing. A program and not a test: see {@code adapter-lambda/measure}.
 */
final class StartMeasurement {

    private static final int WARM_UP = 500;
    private static final int WARM = 500;

    /** As the managed runtime starts it. */
    private static final List<String> MANAGED = List.of("-XX:TieredStopAtLevel=1");

    private final PrintStream out;
    private final int rounds;
    private final Map<String, List<Times>> measured = new TreeMap<>();

    private StartMeasurement(PrintStream out, int rounds) {
        this.out = out;
        this.rounds = rounds;
    }

    private record Times(double start, double warm) {}

    private record Subject(
            String name, Path root, Class<?> handler, Map<String, String> environment, List<String> arguments) {}

    /**
     * Measures and prints a table.
     *
     * @param arguments how many rounds; 5 where nothing is said
     */
    public static void main(String[] arguments) throws IOException {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
        new StartMeasurement(System.out, rounds).run();
        System.exit(0);
    }

    private void run() throws IOException {
        List<Subject> subjects = subjects();
        for (int round = 0; round < rounds; round++) {
            for (Subject subject : subjects) {
                Times times = measure(subject);
                out.printf("%s: %.0f ms, %.3f ms%n", subject.name(), times.start() * 1e3, times.warm() * 1e3);
                measured.computeIfAbsent(subject.name(), unseen -> new ArrayList<>())
                        .add(times);
            }
        }
        double start = median(measured.get("nothing").stream().mapToDouble(Times::start));
        double warm = median(measured.get("nothing").stream().mapToDouble(Times::warm));
        out.printf("nothing: %.0f ms to the first answer, %.3f ms each after that%n", start * 1e3, warm * 1e3);
        out.println("| function | first answer | each after that |");
        out.println("| --- | --- | --- |");
        for (Subject subject : subjects) {
            List<Times> times = measured.get(subject.name());
            out.printf(
                    "| %s | %.1f | %.1f |%n",
                    subject.name(),
                    median(times.stream().mapToDouble(Times::start)) / start,
                    median(times.stream().mapToDouble(Times::warm)) / warm);
        }
    }

    private List<Subject> subjects() throws IOException {
        List<Subject> subjects = new ArrayList<>();
        Path tests = Path.of("target", "test-classes").toAbsolutePath();
        subjects.add(new Subject("nothing", tests, NothingHandler.class, Map.of(), MANAGED));
        for (String store : List.of("dynamodb", "mysql")) {
            Map<String, String> environment = store.equals("mysql") ? OwnDatabase.migrated() : OwnTables.migrated();
            Path stored = FunctionProcess.unpack("rollcall-lambda-" + store + ".zip");
            subjects.add(new Subject(store, stored, RollcallHandler.class, environment, MANAGED));
            subjects.add(new Subject(
                    store + ", jar compressed", compressed(store), RollcallHandler.class, environment, MANAGED));
            subjects.add(new Subject(
                    store + ", classes in folders", exploded(stored), RollcallHandler.class, environment, MANAGED));
            subjects.add(new Subject(store + ", C2", stored, RollcallHandler.class, environment, List.of()));
            subjects.add(archived(store, stored, environment));
            Map<String, String> woken = new TreeMap<>(environment);
            woken.put("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");
            subjects.add(new Subject(store + ", woken", stored, RollcallHandler.class, woken, MANAGED));
        }
        return subjects;
    }

    private static Times measure(Subject subject) throws IOException {
        long since = System.nanoTime();
        try (FunctionProcess function = FunctionProcess.start(
                subject.root(),
                subject.handler(),
                subject.environment(),
                subject.arguments().toArray(String[]::new))) {
            if (subject.environment().containsValue("snap-start")) {
                function.api().awaitFrozen();
                since = System.nanoTime();
                function.api().wake();
            }
            byte[] event = EventForm.JSON.writeValueAsBytes(
                    EventForm.HTTP_API.event("GET", "/customers?id=measured", Headers.NONE, new byte[0]));
            function.api().invoke(event);
            double start = (System.nanoTime() - since) / 1e9;
            for (int i = 0; i < WARM_UP; i++) {
                function.api().invoke(event);
            }
            double[] warm = new double[WARM];
            for (int i = 0; i < WARM; i++) {
                long before = System.nanoTime();
                function.api().invoke(event);
                warm[i] = (System.nanoTime() - before) / 1e9;
            }
            return new Times(start, median(Arrays.stream(warm)));
        }
    }

    /** With the classes of a first run in a class-data archive. */
    private static Subject archived(String store, Path root, Map<String, String> environment) throws IOException {
        Path archive = Files.createTempDirectory("archive").resolve("rollcall.jsa");
        Subject training = new Subject(
                store, root, RollcallHandler.class, environment, List.of("-XX:ArchiveClassesAtExit=" + archive));
        try (FunctionProcess function = FunctionProcess.start(
                root, RollcallHandler.class, environment, training.arguments().toArray(String[]::new))) {
            function.api()
                    .invoke(EventForm.JSON.writeValueAsBytes(
                            EventForm.HTTP_API.event("GET", "/customers?id=measured", Headers.NONE, new byte[0])));
            function.terminate();
        }
        return new Subject(
                store + ", class-data archive",
                root,
                RollcallHandler.class,
                environment,
                List.of("-XX:TieredStopAtLevel=1", "-XX:SharedArchiveFile=" + archive));
    }

    private static Path compressed(String store) throws IOException {
        Path root = Files.createTempDirectory("compressed");
        Files.createDirectory(root.resolve("lib"));
        Files.copy(Path.of("target", store, "rollcall.jar"), root.resolve("lib/rollcall.jar"));
        return root;
    }

    private static Path exploded(Path stored) throws IOException {
        Path root = Files.createTempDirectory("exploded");
        try (ZipFile jar = new ZipFile(stored.resolve("lib/rollcall.jar").toFile())) {
            for (ZipEntry entry : jar.stream().filter(one -> !one.isDirectory()).toList()) {
                Path file = root.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.copy(jar.getInputStream(entry), file);
            }
        }
        return root;
    }

    private static double median(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
