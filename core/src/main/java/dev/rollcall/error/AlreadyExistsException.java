package dev.rollcall.error;

import java.util.List;

/** The thing to add exists already, or a value that must be unique is taken. The stored one is unchanged. */
public final class AlreadyExistsException extends RefusedException {

    private static final long serialVersionUID = 1L;

    private final String resource;
    private final transient List<Taken> taken;

    /**
     * A unique value and who asked for it.
     *
     * @param member the member that must be unique, such as {@code email}
     * @param value the value that is taken, as it was asked for
     */
    public record Taken(String member, String value) {}

    /**
     * A clash of unique values.
     *
     * @param resource the kind of thing, such as {@code user}
     * @param taken the values that are taken; at least one
     */
    public AlreadyExistsException(String resource, List<Taken> taken) {
        super(sentence(resource, taken));
        this.resource = resource;
        this.taken = List.copyOf(taken);
    }

    /**
     * A clash of one unique value.
     *
     * @param resource the kind of thing, such as {@code guid}
     * @param member the member that must be unique
     * @param value the value that is taken
     */
    public AlreadyExistsException(String resource, String member, String value) {
        this(resource, List.of(new Taken(member, value)));
    }

    /**
     * Returns the kind of thing that exists already.
     *
     * @return the kind, such as {@code user}
     */
    public String resource() {
        return resource;
    }

    /**
     * Returns the values that are taken.
     *
     * @return the clashes; never empty
     */
    public List<Taken> taken() {
        return taken;
    }

    private static String sentence(String resource, List<Taken> taken) {
        if (taken.isEmpty()) {
            throw new IllegalArgumentException("a clash names at least one value");
        }
        StringBuilder text =
                new StringBuilder("There is already a ").append(resource).append(" with ");
        String separator = "";
        for (Taken one : taken) {
            text.append(separator)
                    .append(one.member())
                    .append(" '")
                    .append(one.value())
                    .append('\'');
            separator = " and one with ";
        }
        return text.append('.').toString();
    }
}
