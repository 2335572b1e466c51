package dev.rollcall.testkit.api;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport.Level;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.rollcall.rest.RollcallApi;
import dev.rollcall.rest.http.Operation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What openapi.yaml says. Read once, because that takes a second. */
public final class OpenApiDocument {

    private static final String TEXT = read();
    private static final JsonNode ROOT = parse(TEXT);
    private static final Set<Operation> OPERATIONS = operationsOf(ROOT);
    private static final OpenApiInteractionValidator VALIDATOR =
            OpenApiInteractionValidator.createForInlineApiSpecification(TEXT)
                    // The validator forbids what is unknown to a description that is silent about it; the API ignores
                    // that.
                    .withLevelResolver(LevelResolver.create()
                            .withLevel("validation.request.body.schema.additionalProperties", Level.IGNORE)
                            .withLevel("validation.request.parameter.query.unexpected", Level.IGNORE)
                            .build())
                    .build();

    private OpenApiDocument() {}

    /** {@return every operation that it describes, HEAD included} */
    public static Set<Operation> operations() {
        return OPERATIONS;
    }

    /** {@return the whole of it, numbers exact} */
    public static JsonNode root() {
        return ROOT;
    }

    /**
     * Follows a reference to a component.
     *
     * @param node a node of the document
     * @return the component that it refers to; the node itself where it is no reference
     */
    public static JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? ROOT.at(node.path("$ref").textValue().substring(1)) : node;
    }

    /** What holds messages against it. */
    static OpenApiInteractionValidator validator() {
        return VALIDATOR;
    }

    /** The method as the validator knows it; empty for one that no description can have. */
    static Optional<Request.Method> method(String method) {
        return Arrays.stream(Request.Method.values())
                .filter(known -> known.name().equals(method))
                .findFirst();
    }

    /** Whether it describes a method of a path. */
    static boolean describes(String method, String path) {
        return OPERATIONS.stream()
                .anyMatch(operation -> operation.method().equals(method) && matches(operation.template(), path));
    }

    /** {@return every path that it describes, its parameters in braces} */
    public static Set<String> templates() {
        return OPERATIONS.stream().map(Operation::template).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * Returns the methods that it describes of one path.
     *
     * @param template the path, its parameters in braces
     * @return the methods, in a set of their own
     */
    public static Set<String> methodsOf(String template) {
        return OPERATIONS.stream()
                .filter(operation -> operation.template().equals(template))
                .map(Operation::method)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean matches(String template, String path) {
        String[] parts = template.split("\\{[^}]*}", -1);
        String pattern =
                String.join("[^/]+", Arrays.stream(parts).map(Pattern::quote).toList());
        return path.matches(pattern);
    }

    private static String read() {
        try (InputStream in = Objects.requireNonNull(RollcallApi.class.getResourceAsStream("openapi.yaml"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static JsonNode parse(String text) {
        try {
            return YAMLMapper.builder()
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .build()
                    .readTree(text);
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    private static Set<Operation> operationsOf(JsonNode root) {
        Set<Operation> operations = new LinkedHashSet<>();
        root.path("paths")
                .properties()
                .forEach(path -> path.getValue().fieldNames().forEachRemaining(member -> {
                    String method = member.toUpperCase(Locale.ROOT);
                    if (method(method).isPresent()) {
                        operations.add(new Operation(method, path.getKey()));
                    }
                }));
        return operations;
    }
}
