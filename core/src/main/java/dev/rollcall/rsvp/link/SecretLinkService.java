package dev.rollcall.rsvp.link;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.random.RandomGenerator;

/** Gives out secret links, and knows them again. Thread-safe; every method blocks until the store has answered. */
public final class SecretLinkService {

    private final LinkRepository links;
    private final RandomGenerator random;

    /**
     * The service over a store.
     *
     * @param links where the hashes of links are kept
     * @param random cryptographically strong
     */
    public SecretLinkService(LinkRepository links, RandomGenerator random) {
        this.links = links;
        this.random = random;
    }

    /**
     * Makes a link; the one before opens nothing any more.
     *
     * @param owner what it opens
     * @return its token, which nobody can read again
     * @throws dev.rollcall.error.NotFoundException where the owner does not exist any more
     */
    public LinkToken issue(LinkOwner owner) {
        LinkToken token = LinkToken.random(random);
        SecretLink unused = links.putAll(List.of(new SecretLink(owner, token.hash())))
                .getFirst()
                .orThrow();
        return token;
    }

    /**
     * Whether a token opens a thing.
     *
     * @param owner what is to be opened
     * @param token the link's token
     * @return true for the token that was made last for this owner, and for no other; it takes the same time for both
     */
    public boolean opens(LinkOwner owner, LinkToken token) {
        byte[] given = token.hash().getBytes(StandardCharsets.US_ASCII);
        return links.findSecret(owner)
                .map(link -> MessageDigest.isEqual(link.hash().getBytes(StandardCharsets.US_ASCII), given))
                .orElse(false);
    }
}
