package dev.rollcall.rest.page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The values of a template, by name. Text goes in as it is: the template escapes it. Not thread-safe. */
public final class Content {

    private final Map<String, Object> members = new HashMap<>();

    /** No values yet. */
    public Content() {}

    /**
     * Adds a value: a text, or a boolean that a section depends on.
     *
     * @param name the name by which the template knows it
     * @param value the value
     * @return this content
     */
    public Content with(String name, Object value) {
        members.put(name, value instanceof Content content ? content.members : value);
        return this;
    }

    /**
     * Adds a value if there is one.
     *
     * @param name the name by which the template knows it
     * @param value the value
     * @return this content
     */
    public Content with(String name, Optional<?> value) {
        value.ifPresent(present -> with(name, present));
        return this;
    }

    /**
     * Adds a list, which the template shows item by item.
     *
     * @param name the name by which the template knows it
     * @param values the items
     * @return this content
     */
    public Content withAll(String name, List<Content> values) {
        members.put(name, values.stream().map(value -> value.members).toList());
        return this;
    }

    /**
     * All values.
     *
     * @return the values by name
     */
    public Map<String, Object> members() {
        return members;
    }
}
