package dev.rollcall.persistence.dynamodb.item;

/** DynamoDB has left out a part of a batch: as good as refused for too many requests, and repeated with the same patience. */
public final class UnprocessedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * A batch that was done in part.
     *
     * @param leftOut the number of items that were left out
     */
    public UnprocessedException(int leftOut) {
        super("Unprocessed: " + leftOut);
    }
}
