package dev.rollcall.rest.page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a template shows, by name. Text goes in as it is: the template escapes it. Not thread-safe. */
final class Content {

    private final Map<String, Object> members = new HashMap<>();

    /** Adds a text, or whether something is so. */
    Content with(String name, Object value) {
        members.put(name, value instanceof Content content ? content.members : value);
        return this;
    }

    /** Adds something where it is there. */
    Content with(String name, Optional<?> value) {
        value.ifPresent(present -> with(name, present));
        return this;
    }

    /** Adds what is shown one after the other. */
    Content withAll(String name, List<Content> values) {
        members.put(name, values.stream().map(value -> value.members).toList());
        return this;
    }

    /** Everything by name. */
    Map<String, Object> members() {
        return members;
    }
}
