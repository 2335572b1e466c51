package dev.rollcall.error;

/** What is stored forbids it, such as deleting a user who organizes events. Nothing was changed. */
public final class ConflictException extends RefusedException {

    private static final long serialVersionUID = 1L;

    private final String resource;
    private final String id;

    /**
     * A conflict with what is stored.
     *
     * @param resource what kind of thing was to be changed, such as {@code user}
     * @param id the record's id, for the message
     * @param detail why it can't be done now, and what would make it possible
     */
    public ConflictException(String resource, String id, String detail) {
        super(detail);
        this.resource = resource;
        this.id = id;
    }

    /**
     * What kind of thing was to be changed.
     *
     * @return the kind, such as {@code user}
     */
    public String resource() {
        return resource;
    }

    /**
     * Which thing was to be changed.
     *
     * @return its id as text
     */
    public String id() {
        return id;
    }
}
