package dev.rollcall.deploy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a role may do.
 *
 * @param allowed the actions that are allowed, by what they are allowed on
 * @param denied the actions that are denied, by what they are denied on, whatever the condition
 */
record Rights(SortedMap<String, SortedSet<String>> allowed, SortedMap<String, SortedSet<String>> denied) {

    private static final String PLACE = ":eu-west-1:111122223333:";

    /** Reads the policies of a role that a deployment makes. */
    static Rights of(Deployment deployment, String role) {
        Map<String, Object> properties = deployment.resources().get(role);
        if (properties == null) {
            throw new AssertionError("there is no role " + role);
        }
        Rights rights = new Rights(new TreeMap<>(), new TreeMap<>());
        for (Object policy : Template.list(properties.get("Policies"))) {
            Map<String, Object> document = Template.map(Template.map(policy).get("PolicyDocument"));
            Template.list(document.get("Statement")).forEach(statement -> rights.read(Template.map(statement)));
        }
        return rights;
    }

    /** The tables and indexes that it may use, without what every name of the deployment begins with. */
    SortedMap<String, SortedSet<String>> tables() {
        SortedMap<String, SortedSet<String>> tables = new TreeMap<>();
        allowed.forEach((resource, actions) -> {
            if (resource.startsWith("dynamodb:table/")) {
                tables.put(resource.substring("dynamodb:table/rollcall-".length()), actions);
            }
        });
        return tables;
    }

    /** A line for each thing that it may use, and for each that it may not. */
    String table() {
        List<String> lines = new ArrayList<>();
        allowed.forEach((resource, actions) -> lines.add(line("may", resource, actions)));
        denied.forEach((resource, actions) -> lines.add(line("may not", resource, actions)));
        return lines.stream().collect(Collectors.joining("\n", "", "\n"));
    }

    private static String line(String verb, String resource, SortedSet<String> actions) {
        return verb + " " + String.join(" ", actions) + " on " + resource;
    }

    private void read(Map<String, Object> statement) {
        SortedMap<String, SortedSet<String>> into = statement.get("Effect").equals("Allow") ? allowed : denied;
        for (String resource : texts(statement.get("Resource"))) {
            into.computeIfAbsent(shortened(resource), unused -> new TreeSet<>()).addAll(texts(statement.get("Action")));
        }
    }

    private static String shortened(String resource) {
        return resource.replace("arn:aws:", "").replace(PLACE, ":");
    }

    private static List<String> texts(Object oneOrMany) {
        return oneOrMany instanceof String one
                ? List.of(one)
                : Template.list(oneOrMany).stream().map(String.class::cast).toList();
    }
}
