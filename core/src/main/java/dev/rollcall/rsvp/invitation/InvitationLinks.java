package dev.rollcall.rsvp.invitation;

import dev.rollcall.rsvp.link.LinkToken;

/**
 * Decides which links and which reply address open an invitation.
 *
 * @param replyToken the secret in the address that calendar programs reply to. It is stored as it is, because the organizer's
 *     address must be the same in all mails of one invitation
 * @param generation how often the links in mails were replaced, from 0; only links of this generation are valid
 */
public record InvitationLinks(LinkToken replyToken, int generation) {

    /** Returns this with the next generation, which makes all earlier links invalid. */
    InvitationLinks replaced() {
        return new InvitationLinks(replyToken, generation + 1);
    }
}
