package dev.rollcall.rest.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** Reads what lies beside the classes. */
public final class Resources {

    private Resources() {}

    /**
     * Reads a file beneath {@code dev/rollcall/rest}.
     *
     * @param path its path, seen from the package
     * @return its bytes
     */
    public static byte[] bytes(String path) {
        return read("dev/rollcall/rest/" + path);
    }

    /**
     * Reads a text file beneath {@code dev/rollcall/rest}.
     *
     * @param path its path, seen from there
     * @return its text
     */
    public static String text(String path) {
        return new String(bytes(path), StandardCharsets.UTF_8);
    }

    /**
     * Reads a file of Swagger UI, which its WebJar keeps under its version.
     *
     * @param file the name of the file
     * @return its bytes
     */
    public static byte[] swaggerUi(String file) {
        return read("META-INF/resources/webjars/swagger-ui/" + swaggerUiVersion() + "/" + file);
    }

    private static String swaggerUiVersion() {
        Properties properties = new Properties();
        try (InputStream stream = open("dev/rollcall/rest/swagger-ui.properties")) {
            properties.load(stream);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return properties.getProperty("version", "");
    }

    private static byte[] read(String path) {
        try (InputStream stream = open(path)) {
            return stream.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static InputStream open(String path) {
        InputStream stream = Resources.class.getClassLoader().getResourceAsStream(path);
        if (stream == null) {
            throw new IllegalStateException("the program is incomplete: " + path + " is missing");
        }
        return stream;
    }
}
