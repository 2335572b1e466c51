package dev.rollcall.rest.page;

import dev.rollcall.rest.http.Headers;
import dev.rollcall.rest.http.MediaTypes;
import dev.rollcall.rest.http.Response;
import dev.rollcall.rest.json.Responses;
import dev.rollcall.rest.route.Exchange;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * Bytes that stay the same for as long as the program runs, ready to be sent. Immutable.
 *
 * @param entityTag the {@code ETag} of the bytes, quotes included
 * @param response the whole response
 * @param known the response to a client that has the bytes already
 */
public record StaticDocument(String entityTag, Response response, Response known) {

    private static final int DIGEST_BYTES = 12;

    /** Everything that a page needs comes from this server; nobody frames it, and no text in it is ever a script. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /**
     * A document.
     *
     * @param mediaType its type, such as {@code text/css}
     * @param bytes its bytes, text in UTF-8
     * @return the document
     */
    public static StaticDocument of(String mediaType, byte[] bytes) {
        String entityTag = '"' + digest(bytes) + '"';
        Headers validators =
                Headers.NONE.with("Cache-Control", Responses.REVALIDATE).with("ETag", entityTag);
        Headers described = validators.with("Content-Type", contentType(mediaType));
        Headers all = mediaType.equals(MediaTypes.HTML)
                ? described.with("Content-Security-Policy", POLICY).with("Referrer-Policy", "no-referrer")
                : described;
        return new StaticDocument(entityTag, new Response(200, all, bytes), new Response(304, validators, new byte[0]));
    }

    /**
     * A document of text.
     *
     * @param mediaType its type, such as {@code text/css}
     * @param text its text
     * @return the document
     */
    public static StaticDocument of(String mediaType, String text) {
        return of(mediaType, text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The response to a request for the document.
     *
     * @param exchange the request
     * @return the document, or 304 if the client has it
     */
    public Response responseTo(Exchange exchange) {
        return exchange.isKnown(entityTag) ? known : response;
    }

    private static String contentType(String mediaType) {
        return mediaType.startsWith("text/") ? mediaType + "; charset=utf-8" : mediaType;
    }

    private static String digest(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return Base64.getUrlEncoder().encodeToString(Arrays.copyOf(digest, DIGEST_BYTES));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
