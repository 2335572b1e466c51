package dev.rollcall.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A template as it is written, intrinsic functions in their long forms.
 *
 * @param file its file's name
 * @param sections what is in it, by name
 */
record Template(String file, Map<String, Object> sections) {

    /** Where the templates are: Maven runs the tests of a module in its folder. */
    static final Path FOLDER = Path.of("").toAbsolutePath();

    static final Template ROOT = read("root.yaml");
    static final Template NETWORK = read("network.yaml");
    static final Template DATA = read("data.yaml");
    static final Template SCALING = read("scaling.yaml");
    static final Template API = read("api.yaml");

    static final List<Template> ALL = List.of(ROOT, NETWORK, DATA, SCALING, API);

    private static final String TYPE = "Type";

    static Template named(String file) {
        return ALL.stream()
                .filter(template -> template.file.equals(file))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no template " + file));
    }

    static Template of(String file, String yaml) {
        return new Template(file, map(ShortForms.parse(yaml)));
    }

    /** A section; empty where there is none. */
    Map<String, Object> section(String name) {
        return map(sections.getOrDefault(name, Map.of()));
    }

    Map<String, Object> resources() {
        return section("Resources");
    }

    /** A resource. */
    Map<String, Object> resource(String id) {
        return map(resources().get(id));
    }

    /** The properties of a resource. */
    Map<String, Object> properties(String id) {
        return map(resource(id).getOrDefault("Properties", Map.of()));
    }

    /** The resources of a type. */
    List<String> ofType(String type) {
        return resources().keySet().stream()
                .filter(id -> type.equals(resource(id).get(TYPE)))
                .toList();
    }

    /** Every map within, this template's own first. */
    Stream<Map<String, Object>> maps() {
        return within(sections);
    }

    private static Stream<Map<String, Object>> within(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().flatMap(Template::within);
        }
        if (value instanceof Map<?, ?>) {
            Map<String, Object> map = map(value);
            return Stream.concat(Stream.of(map), map.values().stream().flatMap(Template::within));
        }
        return Stream.empty();
    }

    static Map<String, Object> map(Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new AssertionError("not an object: " + value);
        }
        Map<String, Object> typed = new LinkedHashMap<>();
        map.forEach((name, element) -> typed.put((String) name, element));
        return typed;
    }

    static List<?> list(Object value) {
        if (!(value instanceof List<?> list)) {
            throw new AssertionError("not a list: " + value);
        }
        return list;
    }

    static String text(String file) {
        try {
            return Files.readString(FOLDER.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Template read(String file) {
        return of(file, text(file));
    }
}
