package dev.rollcall.error;

/** The stored thing is not at the revision that the caller expects, because another writer has changed it. Nothing was done. */
public final class PreconditionFailedException extends RefusedException {

    private static final long serialVersionUID = 1L;

    private final String resource;
    private final String id;

    /**
     * A change that was meant for another revision.
     *
     * @param resource the kind of thing, such as {@code user}
     * @param id the record's id, for the message
     */
    public PreconditionFailedException(String resource, String id) {
        super(
                "The " + resource + " '" + id
                        + "' is not at the revision that the request expects. Read it again and repeat the change on what it is now.");
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
