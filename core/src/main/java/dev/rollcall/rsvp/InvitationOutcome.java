package dev.rollcall.rsvp;

/** What became of one of those to be invited. */
public sealed interface InvitationOutcome {

    /**
     * A new invitation, or one that was taken back and is given again. A mail is owed.
     *
     * @param invitation the invitation
     */
    record Created(Invitation invitation) implements InvitationOutcome {}

    /**
     * An invitation that stands already, or is named twice. It stays as it is, and no mail is owed.
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
}
