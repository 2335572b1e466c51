package dev.rollcall.testkit.protocol;

import dev.rollcall.testkit.api.ApiUnderTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of a body that is not JSON in UTF-8. */
interface JsonApiContract extends ApiUnderTest {

    @Test
    default void jsonThatIsMalformedShouldBeRefused() {
        String id = unique();
        String member = "\"id\": \"" + id + "\"";
        for (String body : List.of(
                "{",
                "}",
                "{" + member,
                "{" + member + "}}",
                "{" + member + "} {}",
                "{" + member + ",}",
                "{'id': '" + id + "'}",
                "{id: \"" + id + "\"}",
                "{" + member + ", " + member + "}",
                "{" + member + ", \"a\": 1, \"a\": 2}",
                "{" + member + ", \"b\": {\"a\": 1, \"a\": 1}}",
                "{" + member + ", \"a\": NaN}",
                "{" + member + ", \"a\": 01}",
                "{" + member + ", \"a\": \"\t\"}",
                "{" + member + ", \"a\": \"\\x\"}",
                "{" + member + "} // comment",
                "\uFEFF{" + member + "}x",
                "null",
                "[]",
                "1",
                "\"" + id + "\"",
                " ",
                "{" + member + ", \"a\": " + "[".repeat(32) + "]".repeat(32) + "}",
                "[".repeat(100_000),
                "{\"a\":".repeat(100_000))) {
            put("/customers", body).expectProblem(400, "invalid-input");
        }
        get("/customers/" + id).expectProblem(404, "not-found");
    }

    @Test
    default void jsonInAnotherEncodingShouldBeRefused() {
        String id = unique();
        String member = "\"id\": \"" + id + "\"";
        put("/customers", "{}")
                .body(new byte[] {'{', '"', 'i', 'd', '"', ':', '"', (byte) 0xC3, '"', '}'})
                .expectProblem(400, "invalid-input");
        put("/customers", "{}")
                .body(("{" + member + "}").getBytes(StandardCharsets.UTF_16))
                .expectProblem(400, "invalid-input");
        get("/customers/" + id).expectProblem(404, "not-found");
        put("/customers", "\uFEFF{" + member + "}").expect(200);
        put("/customers", "{" + member + ", \"a\": " + "[".repeat(31) + "]".repeat(31) + "}")
                .expect(200);
    }
}
