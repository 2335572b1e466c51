package dev.rollcall.testkit.protocol;

import dev.rollcall.testkit.api.Call;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Makes input that may be anything: good requests, changed here and there. */
final class Fuzz {

    private static final List<String> JSON_PIECES = List.of(
            "\"",
            "\\",
            "{",
            "}",
            "[",
            "]",
            ":",
            ",",
            "null",
            "true",
            "-",
            "0",
            "1e999999999",
            "-1e-999999999",
            "NaN",
            "1.5",
            "\\u0000",
            "\\ud800",
            "\\udc00\\ud800",
            "\\n",
            "\\x",
            "é",
            "🎉",
            "\u0000",
            "\u001f",
            "\u202e",
            "\uFEFF",
            "[".repeat(40),
            "{\"a\":".repeat(33),
            "9".repeat(400),
            "9".repeat(2000),
            "x".repeat(300),
            "\"id\":\"x\",",
            "/**/",
            "\"2031-02-30T25:00Z\"",
            "\"\"",
            " ");
    private static final List<String> TARGET_PIECES = List.of(
            "%",
            "%00",
            "%0a",
            "%20",
            "%2F",
            "%zz",
            "%C3%28",
            "%ED%A0%80",
            "%F0%9F%8E%89",
            "%25",
            "/",
            "//",
            "?",
            "&",
            "=",
            "+",
            "..",
            "'",
            "\"",
            "<",
            "[",
            "x".repeat(300),
            "limit=",
            "&limit=101",
            "&limit=-1",
            "&limit=1e3",
            "&cursor=AAAA",
            "&cursor=%FF",
            "&user=",
            "&id=%00",
            "&version=9",
            "&Number=NaN",
            "&organizer_id=a/b");
    private static final List<String> HEADERS = List.of(
            "If-Match", "If-None-Match", "Accept", "Content-Type", "Content-Encoding", "X-Request-Id", "traceparent");
    private static final List<String> HEADER_PIECES = List.of(
            "*",
            "\"",
            "\"x\"",
            "W/\"x\"",
            ",",
            ";",
            "q=",
            "q=0",
            "q=2",
            "application/json",
            "text/html",
            "*/*",
            "charset=",
            "charset=utf-16",
            "gzip",
            "00-",
            "x".repeat(200),
            "=",
            "/",
            "\\",
            "%00",
            "{}",
            "'");

    private final Random random;

    Fuzz(Random random) {
        this.random = random;
    }

    /** The request, changed in one place or several. */
    Call mutated(Call good) {
        Call call = new Call(good.client(), good.method(), good.target(), good.headers(), good.body());
        if (random.nextInt(3) == 0) {
            call = new Call(call.client(), call.method(), target(call.target()), call.headers(), call.body());
        }
        if (call.body().length > 0 && random.nextInt(4) > 0) {
            call = call.body(body(call.body()));
        }
        while (random.nextInt(3) == 0) {
            call = call.with(pick(HEADERS), headerValue());
        }
        return call;
    }

    private String target(String target) {
        StringBuilder text = new StringBuilder(target);
        if (!target.contains("?") && random.nextBoolean()) {
            text.append('?');
        }
        int changes = 1 + random.nextInt(3);
        for (int i = 0; i < changes; i++) {
            // The slash in front stays: without it this is no target that HTTP could carry.
            text.insert(1 + random.nextInt(text.length()), pick(TARGET_PIECES));
        }
        return text.toString();
    }

    private byte[] body(byte[] good) {
        byte[] bytes = good;
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            int from = random.nextInt(bytes.length + 1);
            int to = random.nextBoolean() ? from : Math.min(bytes.length, from + random.nextInt(12));
            byte[] piece =
                    random.nextInt(5) == 0 ? randomBytes() : pick(JSON_PIECES).getBytes(StandardCharsets.UTF_8);
            ByteArrayOutputStream changed = new ByteArrayOutputStream();
            changed.write(bytes, 0, from);
            changed.writeBytes(piece);
            changed.write(bytes, to, bytes.length - to);
            bytes = changed.toByteArray();
        }
        return bytes;
    }

    private String headerValue() {
        StringBuilder value = new StringBuilder();
        int pieces = 1 + random.nextInt(4);
        for (int i = 0; i < pieces; i++) {
            value.append(
                    random.nextInt(4) == 0 ? String.valueOf((char) (' ' + random.nextInt(95))) : pick(HEADER_PIECES));
        }
        return value.toString().strip();
    }

    private byte[] randomBytes() {
        byte[] bytes = new byte[1 + random.nextInt(8)];
        random.nextBytes(bytes);
        return bytes;
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
