package dev.rollcall.testkit.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Walks through lists as a client does. */
public final class Pages {

    private Pages() {}

    /**
     * Every item of a list, which follows the {@code Link} fields and holds them against the cursors.
     *
     * @param api the API
     * @param list the list's path, with a query or without
     * @param limit the size of the pages
     * @return the items in their order
     */
    public static List<JsonNode> all(ApiUnderTest api, String list, int limit) {
        String separator = list.contains("?") ? "&" : "?";
        String next = list + separator + "limit=" + limit;
        List<JsonNode> items = new ArrayList<>();
        while (true) {
            ApiResponse page = api.get(next).expect(200);
            page.json().path("items").forEach(items::add);
            assertThat(page.json().path("items").size()).as("%s", page).isLessThanOrEqualTo(limit);
            if (page.json().path("next_cursor").isMissingNode()) {
                assertThat(page.headers().first("Link")).as("%s", page).isEmpty();
                return items;
            }
            assertThat(page.json().path("items")).as("%s", page).hasSize(limit);
            String link = page.header("Link");
            next = link.substring(1, link.indexOf('>'));
            assertThat(next)
                    .contains("cursor=" + encode(page.json().path("next_cursor").textValue()));
            assertThat(next).contains("limit=" + limit);
        }
    }

    /**
     * Asserts that no change of a cursor, however small, is taken.
     *
     * @param api the API
     * @param list the list's path, with a query or without
     * @param cursor a cursor that the server has given
     */
    public static void assertTamperedCursorsAreRefused(ApiUnderTest api, String list, String cursor) {
        String separator = list.contains("?") ? "&" : "?";
        List<String> tampered = new ArrayList<>(List.of("", "x", cursor + "A", cursor.substring(1), cursor + cursor));
        for (int i = 0; i < cursor.length(); i++) {
            char other = cursor.charAt(i) == 'A' ? 'B' : 'A';
            tampered.add(cursor.substring(0, i) + other + cursor.substring(i + 1));
        }
        for (String bad : tampered) {
            ApiResponse refused =
                    api.get(list + separator + "cursor=" + encode(bad)).expectProblem(400, "invalid-input");
            assertThat(refused.json().path("errors").findValuesAsText("pointer"))
                    .containsExactly("cursor");
        }
    }

    /**
     * Asserts that cursors which the server has not given, but takes, show nothing that the list does not show by itself.
     *
     * @param api the API
     * @param list the list's path, with a query or without
     * @param name what the server's cursors of this list have their digest of, filters included
     * @param keys after which the forged cursors let the page start, as text
     */
    public static void assertForgedCursorsShowNothingMore(
            ApiUnderTest api, String list, String name, List<String> keys) {
        List<JsonNode> all = all(api, list, 100);
        String separator = list.contains("?") ? "&" : "?";
        for (String key : keys) {
            ApiResponse page = api.get(list + separator + "limit=100&cursor=" + forged(name, key))
                    .expect(200);
            List<JsonNode> shown = new ArrayList<>();
            page.json().path("items").forEach(shown::add);
            assertThat(all).as("%s after %s", list, key).containsAll(shown);
        }
    }

    /** A cursor as anybody can make one: its version, a digest of what is public, and the key. */
    private static String forged(String name, String key) {
        byte[] list = name.getBytes(StandardCharsets.UTF_8);
        byte[] payload = key.getBytes(StandardCharsets.UTF_8);
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((byte) 1);
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(list.length).flip());
            digest.update(list);
            digest.update(payload);
            ByteBuffer cursor = ByteBuffer.allocate(9 + payload.length);
            cursor.put((byte) 1).put(digest.digest(), 0, 8).put(payload);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor.array());
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /**
     * Returns one member of each item of a page.
     *
     * @param page the page
     * @param member the member's name
     * @return its values, in the order of the items
     */
    public static List<String> ids(ApiResponse page, String member) {
        List<String> ids = new ArrayList<>();
        page.json().path("items").forEach(item -> ids.add(item.path(member).asText()));
        return ids;
    }

    /**
     * Returns a text as a query has it.
     *
     * @param text the text
     * @return the text, percent-encoded
     */
    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
