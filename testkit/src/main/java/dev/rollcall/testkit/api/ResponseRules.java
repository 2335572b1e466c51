package dev.rollcall.testkit.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;

/** What every answer keeps, whatever the operation: a request id, and for an error a problem document, or a page, without internals. */
public final class ResponseRules {

    private static final List<String> INTERNALS = List.of(
            "exception",
            "dev.rollcall",
            "java.",
            "javax.",
            "jakarta.",
            "jackson",
            "jooq",
            "at [source",
            "sqlstate",
            "select ",
            "insert into");

    private ResponseRules() {}

    /**
     * Asserts what every response keeps.
     *
     * @param method the method of the request
     * @param answer the response
     */
    public static void check(String method, ApiResponse answer) {
        assertThat(answer.header("X-Request-Id")).as("%s", answer).matches("[A-Za-z0-9._-]{1,128}");
        if (method.equals("HEAD") || answer.status() == 204 || answer.status() == 304) {
            assertThat(answer.body()).as("%s", answer).isEmpty();
        } else if (answer.headers().first("Content-Type").orElse("").startsWith("text/html")) {
            checkPage(answer);
        } else if (answer.status() >= 400) {
            checkProblem(answer);
        }
        if (answer.status() == 405) {
            assertThat(answer.header("Allow")).as("%s", answer).contains("OPTIONS");
        }
        if (answer.status() == 503) {
            assertThat(answer.header("Retry-After")).as("%s", answer).matches("\\d+");
        }
    }

    /** That a page runs nothing but what comes from the same server, whatever stands on it. */
    private static void checkPage(ApiResponse answer) {
        assertThat(answer.header("Content-Type")).as("%s", answer).isEqualTo("text/html; charset=utf-8");
        assertThat(answer.header("Content-Security-Policy"))
                .as("%s", answer)
                .contains("default-src 'none'", "base-uri 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe", "http");
        assertThat(answer.header("Referrer-Policy")).as("%s", answer).isEqualTo("no-referrer");
    }

    private static void checkProblem(ApiResponse answer) {
        assertThat(answer.header("Content-Type")).as("%s", answer).isEqualTo("application/problem+json");
        JsonNode problem = answer.json();
        assertThat(problem.path("type").textValue()).as("%s", answer).matches("/problems/[a-z]+(-[a-z]+)*");
        assertThat(problem.path("title").textValue()).as("%s", answer).isNotBlank();
        assertThat(problem.path("detail").textValue()).as("%s", answer).isNotBlank();
        assertThat(problem.path("instance").isTextual()).as("%s", answer).isTrue();
        assertThat(problem.path("status").intValue()).as("%s", answer).isEqualTo(answer.status());
        assertThat(problem.path("request_id").textValue()).as("%s", answer).isEqualTo(answer.header("X-Request-Id"));
        if (problem.path("type").textValue().equals("/problems/invalid-input")) {
            assertThat(problem.path("errors").isEmpty()).as("%s", answer).isFalse();
        }
        for (JsonNode error : problem.path("errors")) {
            assertThat(error.path("pointer").textValue()).as("%s", answer).isNotBlank();
            assertThat(error.path("detail").textValue()).as("%s", answer).isNotBlank();
        }
    }

    /**
     * Asserts that nothing of the program's inside shows. Not for a response that repeats input which names such
     * things.
     *
     * @param answer the response
     */
    public static void checkNoInternals(ApiResponse answer) {
        String text = answer.text().toLowerCase(Locale.ROOT);
        assertThat(INTERNALS).as("%s", answer).noneMatch(text::contains);
    }
}
