package dev.rollcall.rsvp.link;

/**
 * The one secret link of a user or an event. Making another ends the one before, and removing the owner removes the link.
 *
 * @param owner the user or the event that the link opens
 * @param hash the token's {@linkplain LinkToken#hash hash}
 */
public record SecretLink(LinkOwner owner, String hash) {}
