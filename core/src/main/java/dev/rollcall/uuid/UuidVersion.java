package dev.rollcall.uuid;

import dev.rollcall.error.InvalidInputException;

/** The versions of UUID that are made here (RFC 9562 section 5). */
public enum UuidVersion {
    /** 122 random bits. */
    V4(4),
    /** The time in milliseconds, then random bits: sorts by when it was made. */
    V7(7);

    private final int number;

    UuidVersion(int number) {
        this.number = number;
    }

    /**
     * The version's number.
     *
     * @return 4 or 7
     */
    public int number() {
        return number;
    }

    /**
     * The version with a number.
     *
     * @param number 4 or 7
     * @return the version
     * @throws InvalidInputException for any other number
     */
    public static UuidVersion of(int number) {
        return switch (number) {
            case 4 -> V4;
            case 7 -> V7;
            default -> throw new InvalidInputException("must be 4 or 7, not " + number);
        };
    }
}
