package dev.rollcall.testkit.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.testkit.api.ApiResponse;
import dev.rollcall.testkit.api.Call;
import dev.rollcall.testkit.api.OpenApiDocument;
import dev.rollcall.testkit.rsvp.invitation.api.ManageApi;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What keeps web pages of other origins from writing, over whichever transport. */
interface CrossSiteContract extends ManageApi {

    /** A name that every transport answers under. */
    String HOST = "127.0.0.1:8080";

    /** Header fields of a browser that sends what a page of another origin wants. */
    List<Map<String, String>> FOREIGN = List.of(
            Map.of("Sec-Fetch-Site", "cross-site"),
            Map.of("Sec-Fetch-Site", "same-site"),
            Map.of("Sec-Fetch-Site", ""),
            Map.of("Sec-Fetch-Site", "same-origin, cross-site"),
            Map.of("Sec-Fetch-Site", "Same-Origin"),
            Map.of("Sec-Fetch-Site", "cross-site", "Origin", "http://" + HOST),
            Map.of("Origin", "https://evil.example"),
            Map.of("Origin", "null"),
            Map.of("Origin", ""),
            Map.of("Origin", "http://127.0.0.1"),
            Map.of("Origin", "http://127.0.0.1:8081"),
            Map.of("Origin", "http://localhost:8080"),
            Map.of("Origin", "http://127.0.0.1:8080.evil.example"),
            Map.of("Origin", "http://127.0.0.1:8080@evil.example"),
            Map.of("Origin", "http://evil.example/http://127.0.0.1:8080"),
            Map.of("Origin", "http://127.0.0.1:8080, http://evil.example"),
            Map.of("Origin", "file://127.0.0.1:8080"),
            Map.of("Origin", "127.0.0.1:8080"));

    /** Header fields of a browser that shows a page of this server, and of programs. */
    List<Map<String, String>> OWN = List.of(
            Map.of(),
            Map.of("Sec-Fetch-Site", "same-origin"),
            Map.of("Sec-Fetch-Site", "none"),
            Map.of("Sec-Fetch-Site", "same-origin", "Origin", "null"),
            Map.of("Sec-Fetch-Site", "same-origin", "Origin", "http://" + HOST),
            Map.of("Origin", "http://" + HOST),
            Map.of("Origin", "HTTP://127.0.0.1:8080"));

    /** One request as a browser has it. */
    private Call from(Map<String, String> fields, Call call) {
        Call sent = call.with("Host", HOST);
        for (Map.Entry<String, String> field : fields.entrySet()) {
            sent = sent.with(field.getKey(), field.getValue());
        }
        return sent;
    }

    @Test
    default void aPageOfAnotherOriginShouldNotWrite() {
        String id = unique();
        // As a form and as fetch() without CORS send it: without the type that would need a preflight.
        Call user = call("POST", "/users").body("{\"user_id\": \"" + id + "\", \"email\": \"" + id + "@example.org\"}");
        for (Map<String, String> fields : FOREIGN) {
            from(fields, user).expectProblem(403, "cross-site");
            from(fields, get("/uuids")).expectProblem(403, "cross-site");
            from(fields, call("PUT", "/customers").body("{\"id\": \"" + id + "\"}"))
                    .expectProblem(403, "cross-site");
            from(fields, patch("/guid/" + id, "{}")).expectProblem(403, "cross-site");
            from(fields, delete("/users/" + id)).expectProblem(403, "cross-site");
        }
        get("/users/" + id).expectProblem(404, "not-found");
        get("/customers/" + id).expectProblem(404, "not-found");
    }

    @Test
    default void aRefusalShouldTellNothingOfPaths() {
        for (Map<String, String> fields : FOREIGN) {
            from(fields, call("POST", "/nowhere")).expectProblem(403, "cross-site");
            from(fields, call("DELETE", "/uuids")).expectProblem(403, "cross-site");
            from(fields, call("GET", "/%75uids")).expectProblem(403, "cross-site");
        }
    }

    @Test
    default void everyWriteShouldBeGuarded() {
        for (String template : OpenApiDocument.templates()) {
            for (String method : OpenApiDocument.methodsOf(template)) {
                ApiResponse answer = from(
                                Map.of("Sec-Fetch-Site", "cross-site"),
                                call(method, template.replaceAll("\\{[^}]*}", "x")))
                        .send();
                boolean writes =
                        !List.of("GET", "HEAD").contains(method) || (template.equals("/uuids") && method.equals("GET"));
                assertThat(answer.status() == 403)
                        .as("%s %s -> %s", method, template, answer)
                        .isEqualTo(writes && !template.contains("{token}"));
            }
        }
    }

    @Test
    default void ownPagesAndProgramsShouldWrite() {
        String id = unique();
        for (Map<String, String> fields : OWN) {
            from(fields, put("/customers", "{\"id\": \"" + id + "\"}")).expect(200);
            from(fields, get("/uuids")).expect(200);
            from(fields, delete("/customers/" + id)).expect(204);
        }
    }

    @Test
    default void anotherPageShouldLeadHere() {
        for (String target : List.of("/", "/docs", "/assets/rollcall.css", "/users?limit=1", "/health/live")) {
            for (String method : List.of("GET", "HEAD")) {
                for (Map<String, String> fields : FOREIGN) {
                    from(fields, call(method, target)).expect(200);
                }
            }
        }
        from(Map.of("Origin", "https://evil.example"), call("OPTIONS", "/users"))
                .expect(204);
    }

    @Test
    default void aSecretTokenShouldBeEnough() {
        Managed managed = managed("");
        String link = link(invite(managed.event(), ""));
        for (Map<String, String> fields : FOREIGN) {
            from(fields, post(link, "{\"response\": \"accepted\"}")).expect(200);
            sent(from(fields, call("POST", link))
                    .with("Content-Type", "application/x-www-form-urlencoded")
                    .with("Accept", BROWSER)
                    .body("response=declined"));
            sent(from(fields, call("POST", managed.page() + "/link"))
                    .with("Content-Type", "application/x-www-form-urlencoded")
                    .with("Accept", BROWSER)
                    .body(""));
            from(fields, post(managed.event() + "/manage-link", "")).expectProblem(403, "cross-site");
        }
        get(managed.page()).with("Accept", BROWSER).expect(200);
    }
}
