package dev.rollcall.rsvp.link;

import dev.rollcall.write.GroupWriter;
import dev.rollcall.write.Repeat;
import dev.rollcall.write.WriteLane;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.random.RandomGenerator;

/** Gives out secret links, and knows them again. Thread-safe; every method blocks until the store has answered. */
public final class SecretLinkService {

    private final LinkRepository links;
    private final RandomGenerator random;
    private final WriteLane<SecretLink, SecretLink> puts;

    /**
     * The service over a store.
     *
     * @param links the store of links
     * @param random cryptographically strong
     * @param writer groups writes into commits
     */
    public SecretLinkService(LinkRepository links, RandomGenerator random, GroupWriter writer) {
        this.links = links;
        this.random = random;
        puts = writer.lane(
                "links.put", Comparator.comparing(link -> link.owner().subject()), Repeat.SAFE, links::putAll);
    }

    /**
     * Makes a link; the one before opens nothing any more.
     *
     * @param owner the user or the event that the link opens
     * @return its token, which nobody can read again
     * @throws dev.rollcall.error.NotFoundException where the owner does not exist any more
     */
    public LinkToken issue(LinkOwner owner) {
        LinkToken token = LinkToken.random(random);
        SecretLink unused = puts.write(new SecretLink(owner, token.hash()));
        return token;
    }

    /**
     * Whether a token opens a thing.
     *
     * @param owner the user or the event that the link opens
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
