package dev.rollcall.rsvp.invitation;

import dev.rollcall.error.RollcallException;
import java.util.Optional;

/** The outcome for one guest of a list to invite. */
public sealed interface InvitationOutcome {

    /**
     * A new invitation, or one that was taken back and is given again. A mail is queued.
     *
     * @param invitation the invitation
     */
    record Created(Invitation invitation) implements InvitationOutcome {}

    /**
     * An invitation that stands already, or is named twice. It stays as it is, and no mail is queued.
     *
     * @param invitation the invitation
     */
    record Exists(Invitation invitation) implements InvitationOutcome {}

    /**
     * Nobody that can be invited.
     *
     * @param reason why, as a sentence that names the cure
     */
    record Invalid(String reason) implements InvitationOutcome {}

    /**
     * One whose turn did not come, because something failed or took too long before. Nothing was written for them; the same
     * call again goes on with them.
     *
     * @param cause the failure
     */
    record NotDone(RollcallException cause) implements InvitationOutcome {}

    /**
     * One whose invitation was under way when the store fell silent: whether it was stored is not known. The same call again
     * finds it, or makes it.
     *
     * @param cause the failure
     */
    record Unknown(RollcallException cause) implements InvitationOutcome {}

    /**
     * Why this guest is still to be invited, or may be.
     *
     * @return what failed; empty where the same call again has nothing to do for this guest
     */
    default Optional<RollcallException> failure() {
        return switch (this) {
            case Created created -> Optional.empty();
            case Exists exists -> Optional.empty();
            case Invalid invalid -> Optional.empty();
            case NotDone(RollcallException cause) -> Optional.of(cause);
            case Unknown(RollcallException cause) -> Optional.of(cause);
        };
    }
}
