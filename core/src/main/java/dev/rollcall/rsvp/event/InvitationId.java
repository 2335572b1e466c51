package dev.rollcall.rsvp.event;

import dev.rollcall.error.InvalidInputException;
import dev.rollcall.rsvp.user.EmailAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * An invitation's id within its event: 32 lower-case hexadecimal digits. It follows from the event and the guest's address, so
 * that nobody is invited twice to one event, on any store, even while others write.
 *
 * @param value the digits
 */
public record InvitationId(String value) implements Comparable<InvitationId> {

    private static final int BYTES = 16;

    /** Checks the digits. */
    public InvitationId {
        if (value.length() != 2 * BYTES
                || !value.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))) {
            throw new InvalidInputException("must be an invitation's id of 32 lower-case hexadecimal digits");
        }
    }

    /**
     * The id of an address's invitation to an event.
     *
     * @param event the event
     * @param email the address; any two that are the same give the same id
     * @return the first half of a SHA-256 of both
     */
    public static InvitationId of(EventId event, EmailAddress email) {
        return of(event, email.key());
    }

    /**
     * The id that an address's invitation had before domains followed IDNA 2008; for most addresses the present id.
     *
     * @param event the event's id
     * @param email the guest's address
     * @return the former id
     */
    public static InvitationId former(EventId event, EmailAddress email) {
        return of(event, email.formerKey());
    }

    /**
     * The id for an address whose own id is taken by another address's former id.
     *
     * @param event the event's id
     * @param email the guest's address
     * @return the spare id
     */
    public static InvitationId spare(EventId event, EmailAddress email) {
        return of(event, email.key() + "\nspare");
    }

    private static InvitationId of(EventId event, String email) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((event.value() + "\n" + email).getBytes(StandardCharsets.UTF_8));
            return new InvitationId(HexFormat.of().formatHex(Arrays.copyOf(digest, BYTES)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    @Override
    public int compareTo(InvitationId other) {
        return value.compareTo(other.value);
    }

    /** The digits. */
    @Override
    public String toString() {
        return value;
    }
}
