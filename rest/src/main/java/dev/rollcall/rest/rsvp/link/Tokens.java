package dev.rollcall.rest.rsvp.link;

import dev.rollcall.error.InvalidInputException;
import dev.rollcall.error.NotFoundException;
import dev.rollcall.rest.route.Exchange;
import dev.rollcall.rsvp.link.LinkToken;
import java.util.Optional;

/** The tokens of secret links, as they stand in paths. */
public final class Tokens {

    private Tokens() {}

    /**
     * The token in a path that opens an invitation.
     *
     * @param exchange the request
     * @return the token
     * @throws NotFoundException where it is malformed: it opens nothing, like any other that does not
     */
    public static LinkToken ofInvitation(Exchange exchange) {
        return of(exchange).orElseThrow(() -> new NotFoundException("invitation", "behind this link"));
    }

    /**
     * The token in a path.
     *
     * @param exchange the request
     * @return the token; empty if it is malformed
     */
    public static Optional<LinkToken> of(Exchange exchange) {
        return exchange.path("token", Tokens::parse).value();
    }

    private static Optional<LinkToken> parse(String text) {
        try {
            return Optional.of(new LinkToken(text));
        } catch (InvalidInputException malformed) {
            return Optional.empty();
        }
    }
}
