package dev.rollcall.persistence.dynamodb.item;

/** DynamoDB has left out a part of a batch: as good as refused for too many requests, and repeated with the same patience. */
final class UnprocessedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnprocessedException(int leftOut) {
        super("Unprocessed: " + leftOut);
    }
}
