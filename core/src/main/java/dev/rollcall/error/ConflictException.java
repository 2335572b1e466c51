package dev.rollcall.error;

/** The stored data forbids the change, such as deleting a user who organizes events. Nothing was changed. */
public final class ConflictException extends RefusedException {

    private static final long serialVersionUID = 1L;

    private final String resource;
    private final String id;

    /**
     * A conflict with what is stored.
     *
     * @param resource the kind of thing that the change was for, such as {@code user}
     * @param id the record's id, for the message
     * @param detail why it can't be done now, and what would make it possible
     */
    public ConflictException(String resource, String id, String detail) {
        super(detail);
        this.resource = resource;
        this.id = id;
    }

    /**
     * Returns the kind of thing that the change was for.
     *
     * @return the kind, such as {@code user}
     */
    public String resource() {
        return resource;
    }

    /**
     * Returns the id of the thing that the change was for.
     *
     * @return its id as text
     */
    public String id() {
        return id;
    }
}
