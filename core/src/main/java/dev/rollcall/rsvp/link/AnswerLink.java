package dev.rollcall.rsvp.link;

import dev.rollcall.rsvp.event.InvitationKey;

/**
 * The invitation that a link's token answers. Each mail carries a token of its own, because none is stored in the clear; all of
 * the invitation's present generation are good.
 *
 * @param hash the token's {@linkplain LinkToken#hash hash}
 * @param invitation the invitation's key
 * @param generation of which generation the link is; 0 for the token in a reply address, which stays
 */
public record AnswerLink(String hash, InvitationKey invitation, int generation) {}
