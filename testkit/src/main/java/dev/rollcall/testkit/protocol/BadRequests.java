package dev.rollcall.testkit.protocol;

import dev.rollcall.testkit.api.Call;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Spoils writes in one way each, so that every one of them must be refused. */
final class BadRequests {

    private static final List<String> NO_TEXT = List.of("5", "-1.5", "true", "[]", "{}", "[\"x\"]", "{\"x\": 1}");
    private static final List<String> BAD_TEXT = List.of(
            "\"\\u0000\"",
            "\"a\\u0000b\"",
            "\"\\u0007\"",
            "\"\\u0085\"",
            "\"\\ud800\"",
            "\"a\\udc00b\"",
            "\"\\udc00\\ud800\"",
            "\"" + "x".repeat(10_001) + "\"");
    private static final List<String> NO_NUMBER = List.of(
            "\"x\"",
            "\"\"",
            "true",
            "[]",
            "{}",
            "[1]",
            "1e400",
            "-1e29",
            "1e-400",
            "9".repeat(40),
            "-" + "9".repeat(40));
    private static final List<String> NO_BOOLEAN = List.of("0", "1", "\"true\"", "\"\"", "[]", "{}");
    private static final List<String> NO_ARRAY = List.of("5", "true", "\"x\"", "{}", "[]", "{\"0\": {}}");
    private static final List<String> NO_JSON = List.of(
            "null",
            "5",
            "\"x\"",
            "[]",
            "[{}]",
            "{",
            "}",
            "{}{}",
            "{},",
            "{'a': 1}",
            "{a: 1}",
            "{\"a\": undefined}",
            "{\"a\": 1,}",
            "{\"a\"}",
            "{\"a\": +1}",
            "{\"a\": .5}",
            "{\"a\": 0x10}",
            "\uFEFF",
            "<a/>",
            "a=1",
            "[".repeat(33) + "]".repeat(33),
            "[".repeat(5000),
            "{\"a\": " + "9".repeat(1_001) + "}");
    private static final List<String> BAD_ESCAPES =
            List.of("%", "%4", "%zz", "%C3", "%00", "%FF", "%ED%A0%80", "%C0%AF");
    private static final List<String> BAD_TYPES = List.of(
            "text/plain",
            "application/x-www-form-urlencoded",
            "application/xml",
            "application/json; charset=utf-16",
            "x",
            "multipart/form-data");
    private static final List<String> BAD_TAGS =
            List.of("x", "\"", "\"x", "x\"", "\"a\" \"b\"", "W/x", "*, \"x\"", "\"a\"b");

    private final Random random;

    BadRequests(Random random) {
        this.random = random;
    }

    /** Every way to spoil a write, each once, those with a random place a few times. */
    List<Call> of(Write write) {
        List<Call> bad = new ArrayList<>();
        Call good = write.good();
        for (String escape : BAD_ESCAPES) {
            bad.add(target(good, good.target() + "?x=" + escape));
            bad.add(target(good, good.target() + "?" + escape));
            bad.add(target(good, good.target() + escape));
        }
        if (!good.method().equals("DELETE")) {
            // A deletion answers without a body, so that any type will do.
            bad.add(good.with("Accept", "text/plain"));
        }
        if (good.method().equals("DELETE")
                || good.method().equals("PATCH")
                || (good.method().equals("PUT") && good.target().matches("/(users|events)/.*"))) {
            BAD_TAGS.forEach(tag -> bad.add(good.with("If-Match", tag)));
            bad.add(good.with("If-Match", "\"of-another-state\""));
        }
        if (good.body().length > 0) {
            bodies(write, bad);
            write.members().forEach((name, value) -> values(value).forEach(worse -> bad.add(write.with(name, worse))));
        }
        return bad;
    }

    private void bodies(Write write, List<Call> bad) {
        Call good = write.good();
        NO_JSON.forEach(text -> bad.add(good.body(text)));
        BAD_TYPES.forEach(type -> bad.add(good.with("Content-Type", type)));
        bad.add(good.with("Content-Encoding", "gzip"));
        String text = new String(good.body(), StandardCharsets.UTF_8);
        write.members().forEach((name, value) -> bad.add(write.with(name + "\": " + value + ", \"" + name, value)));
        bad.add(good.body(text + "x"));
        bad.add(good.body(text + text));
        bad.add(write.with("deep", "[".repeat(40) + "]".repeat(40)));
        bad.add(write.with("twice\": 1, \"twice", "1"));
        bad.add(write.with("raw", "\"\u0000\""));
        bad.add(write.with("raw", "\"\n\""));
        for (int i = 0; i < 20; i++) {
            // What is cut before the last brace is never whole, and 0xFF is in no UTF-8.
            bad.add(good.body(text.substring(0, 1 + random.nextInt(text.length() - 1))));
            bad.add(good.body(withByte(good.body(), (byte) 0xFF)));
            bad.add(good.body(withByte(good.body(), (byte) 0)));
        }
        bad.add(good.body(text.getBytes(StandardCharsets.UTF_16)));
    }

    private static List<String> values(String good) {
        if (good.startsWith("\"")) {
            List<String> worse = new ArrayList<>(NO_TEXT);
            worse.addAll(BAD_TEXT);
            return worse;
        }
        if (good.startsWith("[")) {
            return NO_ARRAY;
        }
        return good.startsWith("t") || good.startsWith("f") ? NO_BOOLEAN : NO_NUMBER;
    }

    private byte[] withByte(byte[] bytes, byte more) {
        int at = random.nextInt(bytes.length + 1);
        ByteArrayOutputStream changed = new ByteArrayOutputStream();
        changed.write(bytes, 0, at);
        changed.write(more);
        changed.write(bytes, at, bytes.length - at);
        return changed.toByteArray();
    }

    private static Call target(Call good, String target) {
        return new Call(good.client(), good.method(), target, good.headers(), good.body());
    }
}
