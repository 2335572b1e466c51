package dev.rollcall.rest.json;

import dev.rollcall.error.Violation;
import dev.rollcall.error.Violation.Place;
import dev.rollcall.rest.input.Input;
import dev.rollcall.rest.input.NearestName;
import dev.rollcall.rest.input.Violations;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** The members of a JSON object by their names. Those that nobody asks for are ignored, unless the object is strict. */
public final class JsonObject {

    private static final int MAX_UNKNOWN = 100;

    private final Map<String, JsonValue> members;
    private final Violations violations;
    private final List<String> path;
    private final Violations whole;
    private final List<String> known = new ArrayList<>();
    private boolean strict;

    /**
     * The body of a request.
     *
     * @param members its members
     * @param violations takes note of their faults
     */
    public JsonObject(Map<String, JsonValue> members, Violations violations) {
        this(members, violations, List.of(), violations);
    }

    private JsonObject(Map<String, JsonValue> members, Violations violations, List<String> path, Violations whole) {
        this.members = members;
        this.violations = violations;
        this.path = path;
        this.whole = whole;
    }

    /**
     * Makes this object strict: {@link Violations#refuse} then refuses members that were not asked for.
     *
     * @return this object
     */
    public JsonObject strict() {
        strict = true;
        whole.atLast(this::refuseOthers);
        return this;
    }

    /**
     * An object within this one, as strict as this one. Faults of its values are its own and do not refuse the request.
     *
     * @param at the path to it from this one, such as {@code invitations} and {@code 0}
     * @param within its members
     * @return the object
     */
    public JsonObject item(List<String> at, Map<String, JsonValue> within) {
        JsonObject item = new JsonObject(within, new Violations(), followed(at), whole);
        return strict ? item.strict() : item;
    }

    /**
     * A member of any kind.
     *
     * @param name its name
     * @param read makes the value, unless the member is null
     * @param <T> what the value is
     * @return the value
     */
    public <T> Input<T> member(String name, Function<JsonValue, ? extends T> read) {
        known.add(name);
        Place place = Place.member(name);
        return switch (members.get(name)) {
            case null -> Input.absent(violations, place);
            case JsonValue.Null nothing -> Input.ofNull(violations, place);
            case JsonValue given -> Input.of(violations, place, () -> read.apply(given));
        };
    }

    /**
     * A member that is a string.
     *
     * @param name its name
     * @param read makes the value
     * @param <T> what the value is
     * @return the value
     */
    public <T> Input<T> text(String name, Function<String, ? extends T> read) {
        return member(name, given -> read.apply(given.text()));
    }

    private void refuseOthers() {
        members.keySet().stream()
                .filter(name -> !known.contains(name))
                .sorted()
                .limit(MAX_UNKNOWN)
                .forEach(name -> whole.add(
                        new Violation.Member(followed(List.of(name))), NearestName.detail(name, "member", known)));
    }

    private List<String> followed(List<String> names) {
        return Stream.concat(path.stream(), names.stream()).toList();
    }
}
