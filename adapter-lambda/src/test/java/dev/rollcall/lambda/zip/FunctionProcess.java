package dev.rollcall.lambda.zip;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import software.amazon.awssdk.utilslite.SdkInternalThreadLocal;

/** A built zip under Lambda's own runtime interface client, in a process of its own. */
final class FunctionProcess implements AutoCloseable {

    private final RuntimeApi api;
    private final Process process;
    private final Path log;

    private FunctionProcess(RuntimeApi api, Process process, Path log) {
        this.api = api;
        this.process = process;
        this.log = log;
    }

    /** Starts a handler of an unpacked zip as Lambda would. */
    static FunctionProcess start(Path root, Class<?> handler, Map<String, String> environment, String... javaArguments)
            throws IOException {
        RuntimeApi api = RuntimeApi.start();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED"));
        // As Lambda's managed runtime does, so that org.crac finds its hooks.
        command.add("-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac");
        command.addAll(List.of(javaArguments));
        command.addAll(
                List.of("-cp", runtimeClassPath(), AWSLambda.class.getName(), handler.getName() + "::handleRequest"));
        Path log = Files.createTempFile("function", ".log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(root.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        Map<String, String> variables = builder.environment();
        variables.keySet().removeIf(name -> name.startsWith("ROLLCALL_") || name.startsWith("AWS_"));
        variables.put("AWS_LAMBDA_RUNTIME_API", api.address());
        variables.put("AWS_LAMBDA_FUNCTION_NAME", "rollcall");
        variables.put("AWS_LAMBDA_FUNCTION_VERSION", "1");
        variables.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1024");
        variables.put("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/rollcall");
        variables.put("AWS_LAMBDA_LOG_STREAM_NAME", "stream");
        variables.put("LAMBDA_TASK_ROOT", root.toString());
        variables.put("AWS_REGION", "eu-west-1");
        variables.put("AWS_ACCESS_KEY_ID", "local");
        variables.put("AWS_SECRET_ACCESS_KEY", "local");
        variables.putAll(environment);
        Process process = builder.start();
        CompletableFuture<Void> unused =
                process.onExit().thenRun(() -> api.ended("The process has ended; its log is " + log));
        // The client unpacks its library to one place for all, and must not find it half written by another.
        api.awaitBegun();
        return new FunctionProcess(api, process, log);
    }

    /** Unpacks a zip of the build. */
    static Path unpack(String name) throws IOException {
        Path root = Files.createTempDirectory("task");
        try (ZipFile zip = new ZipFile(zip(name).toFile())) {
            for (ZipEntry entry : zip.stream().filter(one -> !one.isDirectory()).toList()) {
                Path file = root.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.copy(zip.getInputStream(entry), file);
            }
        }
        return root;
    }

    /** Where the build leaves a zip. */
    static Path zip(String name) {
        return Path.of("target", name).toAbsolutePath();
    }

    /** What Lambda's part in it sees. */
    RuntimeApi api() {
        return api;
    }

    /** All that it has logged. */
    String log() throws IOException {
        return Files.readString(log);
    }

    /** The names of its threads, and what they do. */
    String threads() throws IOException, InterruptedException {
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(process.pid()),
                        "Thread.print")
                .redirectErrorStream(true)
                .start();
        String printed = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (jcmd.waitFor() != 0) {
            throw new IOException(printed);
        }
        return printed;
    }

    /** Asks it to end, and waits until it has. */
    void terminate() {
        process.toHandle().destroy();
        process.onExit().join();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        api.close();
    }

    /** What Lambda's managed runtime has on its own class path; the zip is loaded beside it, from the working directory. */
    private static String runtimeClassPath() {
        return Stream.of(
                        AWSLambda.class, PojoSerializer.class, RequestStreamHandler.class, SdkInternalThreadLocal.class)
                .map(FunctionProcess::place)
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String place(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
