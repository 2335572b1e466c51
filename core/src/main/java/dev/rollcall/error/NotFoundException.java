package dev.rollcall.error;

/** There is no such thing. */
public final class NotFoundException extends RefusedException {

    private static final long serialVersionUID = 1L;

    private final String resource;
    private final String id;

    /**
     * A thing that is not there.
     *
     * @param resource the kind of thing, such as {@code user}
     * @param id the id that nothing answers to
     */
    public NotFoundException(String resource, String id) {
        super("There is no " + resource + " '" + id + "'.");
        this.resource = resource;
        this.id = id;
    }

    /**
     * Returns the kind of thing that was looked for.
     *
     * @return the kind, such as {@code user}
     */
    public String resource() {
        return resource;
    }

    /**
     * The id that nothing answers to.
     *
     * @return the id as text
     */
    public String id() {
        return id;
    }
}
