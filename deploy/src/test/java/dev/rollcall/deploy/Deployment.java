package dev.rollcall.deploy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a template comes to, deployed with some parameters in account 111122223333 in Ireland. */
final class Deployment {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^!}]+)}");
    private static final Map<String, String> PSEUDO_PARAMETERS = Map.of(
            "AWS::AccountId", "111122223333",
            "AWS::Partition", "aws",
            "AWS::Region", "eu-west-1",
            "AWS::StackName", "rollcall");

    private final Template template;
    private final Map<String, Object> parameters = new HashMap<>(PSEUDO_PARAMETERS);

    /**
     * A deployment.
     *
     * @param given the parameters that are not left at their defaults
     */
    Deployment(Template template, Map<String, ?> given) {
        this.template = template;
        template.section("Parameters").forEach((name, parameter) -> {
            Object value = given.containsKey(name)
                    ? given.get(name)
                    : Template.map(parameter).getOrDefault("Default", name);
            parameters.put(name, String.valueOf(value));
        });
    }

    /** The resources that are made: their ids, and their properties with every function worked out. */
    Map<String, Map<String, Object>> resources() {
        Map<String, Map<String, Object>> made = new LinkedHashMap<>();
        for (String id : template.resources().keySet()) {
            if (isMade(id)) {
                made.put(id, Template.map(valueOf(template.properties(id)).orElseThrow()));
            }
        }
        return made;
    }

    /** Whether a resource is made. */
    boolean isMade(String id) {
        return Optional.ofNullable(template.resource(id).get("Condition"))
                .filter(one -> !holds((String) one))
                .isEmpty();
    }

    /** The ids of those that are made, of a type. */
    List<String> made(String type) {
        return resources().keySet().stream()
                .filter(id -> type.equals(template.resource(id).get("Type")))
                .toList();
    }

    /** What a value comes to; empty where it says that it is none. References to resources come to their ids. */
    Optional<Object> valueOf(Object value) {
        return switch (value) {
            case List<?> list ->
                Optional.of(list.stream()
                        .flatMap(element -> valueOf(element).stream())
                        .toList());
            case Map<?, ?> map
            when map.size() == 1 -> {
                Map.Entry<String, Object> only =
                        Template.map(map).entrySet().iterator().next();
                yield only.getKey().equals("Ref") || only.getKey().startsWith("Fn::")
                        ? function(only.getKey(), only.getValue())
                        : Optional.of(members(Template.map(map)));
            }
            case Map<?, ?> map -> Optional.of(members(Template.map(map)));
            default -> Optional.of(value);
        };
    }

    private Map<String, Object> members(Map<String, Object> map) {
        Map<String, Object> members = new LinkedHashMap<>();
        map.forEach((name, element) -> valueOf(element).ifPresent(one -> members.put(name, one)));
        return members;
    }

    private Optional<Object> function(String name, Object argument) {
        return switch (name) {
            case "Ref" ->
                argument.equals("AWS::NoValue")
                        ? Optional.empty()
                        : Optional.of(parameters.getOrDefault((String) argument, argument));
            case "Fn::GetAtt" ->
                Optional.of(String.join(
                        ".",
                        Template.list(argument).stream().map(String.class::cast).toList()));
            case "Fn::If" -> {
                List<?> branches = Template.list(argument);
                yield valueOf(branches.get(holds((String) branches.getFirst()) ? 1 : 2));
            }
            case "Fn::Sub" -> Optional.of(substituted(argument));
            case "Fn::Join" -> {
                List<?> parts = Template.list(argument);
                yield Optional.of(String.join((String) parts.getFirst(), texts(parts.getLast())));
            }
            case "Fn::Split" -> {
                List<?> parts = Template.list(argument);
                String text = (String) valueOf(parts.getLast()).orElseThrow();
                yield Optional.of(List.of(text.split(Pattern.quote((String) parts.getFirst()), -1)));
            }
            case "Fn::FindInMap" -> {
                List<String> keys = texts(argument);
                Map<String, Object> rows =
                        Template.map(template.section("Mappings").get(keys.getFirst()));
                yield Optional.of(Template.map(rows.get(keys.get(1))).get(keys.getLast()));
            }
            default -> throw new AssertionError("a function that these tests don't know: " + name);
        };
    }

    private List<String> texts(Object list) {
        return Template.list(valueOf(list).orElseThrow()).stream()
                .map(String.class::cast)
                .toList();
    }

    private String substituted(Object argument) {
        String text = argument instanceof List<?> list ? (String) list.getFirst() : (String) argument;
        Map<String, Object> names = argument instanceof List<?> list ? Template.map(list.getLast()) : Map.of();
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(String.valueOf(
                        valueOf(names.getOrDefault(match.group(1), Map.of("Ref", match.group(1))))
                                .orElseThrow())));
    }

    private boolean holds(String condition) {
        return isTrue(Objects.requireNonNull(template.section("Conditions").get(condition), condition));
    }

    private boolean isTrue(Object condition) {
        Map.Entry<String, Object> only =
                Template.map(condition).entrySet().iterator().next();
        return switch (only.getKey()) {
            case "Condition" -> holds((String) only.getValue());
            case "Fn::Equals" -> {
                List<String> sides = new ArrayList<>();
                Template.list(only.getValue())
                        .forEach(side -> sides.add(String.valueOf(valueOf(side).orElseThrow())));
                yield sides.getFirst().equals(sides.getLast());
            }
            case "Fn::Not" -> !isTrue(Template.list(only.getValue()).getFirst());
            case "Fn::And" -> Template.list(only.getValue()).stream().allMatch(this::isTrue);
            case "Fn::Or" -> Template.list(only.getValue()).stream().anyMatch(this::isTrue);
            default -> throw new AssertionError("a condition that these tests don't know: " + only.getKey());
        };
    }
}
