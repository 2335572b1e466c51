package dev.rollcall.rest.route;

import dev.rollcall.error.InvalidInputException;
import dev.rollcall.port.StoredValues;
import dev.rollcall.rest.input.Input;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.Function;

/**
 * The cursors of one list: where its next page starts, in a form that clients pass back as it is. A cursor carries its
 * version, the key after which the page starts, and a digest of that key with the list's name and filter, by which a cursor
 * of another list or another filter is refused.
 *
 * <p>A cursor carries no authority. The digest needs no key, so anybody can make a cursor for any key. A list therefore shows
 * its caller the same things for any cursor: the cursor only chooses where among them the page starts.
 *
 * @param list the list's name, filter included
 * @param write makes text of a key
 * @param read makes a key of that text
 * @param <K> the list's sort key
 */
public record Cursors<K>(String list, Function<? super K, String> write, Function<String, ? extends K> read) {

    private static final byte VERSION = 1;
    private static final int DIGEST_BYTES = 8;
    private static final int MAX_LENGTH = 2048;

    /**
     * The cursors of this list when it is filtered.
     *
     * @param filter the filter
     * @return cursors that are valid for this filter only
     */
    public Cursors<K> filteredBy(Input<?> filter) {
        return new Cursors<>(list + '?' + filter.text(), write, read);
    }

    /**
     * The cursor of the page after a key.
     *
     * @param key the last key of the page before
     * @return the cursor
     */
    public String encode(K key) {
        byte[] payload = write.apply(key).getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 + DIGEST_BYTES + payload.length);
        bytes.write(VERSION);
        bytes.writeBytes(digest(payload));
        bytes.writeBytes(payload);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
    }

    /**
     * The key that a cursor carries.
     *
     * @param cursor the cursor
     * @return the key
     * @throws InvalidInputException where it isn't a cursor of this list
     */
    public K decode(String cursor) {
        byte[] bytes = bytes(cursor);
        if (bytes.length <= DIGEST_BYTES || bytes[0] != VERSION) {
            throw foreign();
        }
        byte[] payload = Arrays.copyOfRange(bytes, 1 + DIGEST_BYTES, bytes.length);
        if (!Arrays.equals(digest(payload), Arrays.copyOfRange(bytes, 1, 1 + DIGEST_BYTES))) {
            throw foreign();
        }
        try {
            String key = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(payload))
                    .toString();
            return StoredValues.trust(() -> read.apply(key));
        } catch (CharacterCodingException | RuntimeException forged) {
            throw foreign();
        }
    }

    private static byte[] bytes(String cursor) {
        if (cursor.length() > MAX_LENGTH) {
            throw foreign();
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(cursor);
            // The decoder ignores the last bits of some texts: of all those only the one that was given out will do.
            if (Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(cursor)) {
                return bytes;
            }
        } catch (IllegalArgumentException notBase64) {
            // Falls through to the one error for all that is wrong with a cursor.
        }
        throw foreign();
    }

    private byte[] digest(byte[] payload) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] name = list.getBytes(StandardCharsets.UTF_8);
            digest.update(VERSION);
            // The length keeps name and payload apart.
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(name.length).flip());
            digest.update(name);
            digest.update(payload);
            return Arrays.copyOf(digest.digest(), DIGEST_BYTES);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static InvalidInputException foreign() {
        return new InvalidInputException("must be the next_cursor of a page of this very list with this very filter");
    }
}
