package dev.rollcall.testkit.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.testkit.api.ApiResponse;
import dev.rollcall.testkit.api.ApiUnderTest;
import dev.rollcall.testkit.api.Call;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the server must show of itself over HTTP: health, its description, and pages for people. */
interface ServerApiContract extends ApiUnderTest {

    /** What browsers send when a link is followed. */
    String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8";

    @Test
    default void healthShouldTellThatTheServerLivesAndIsReady() {
        assertThat(get("/health/live").expect(200).text()).isEqualTo("{\"status\":\"live\"}");
        assertThat(get("/health/ready").expect(200).text()).isEqualTo("{\"status\":\"ready\"}");
    }

    @Test
    default void homeShouldBeJsonForClientsAndAPageForBrowsers() {
        for (Call call :
                List.of(get("/"), get("/").with("Accept", "*/*"), get("/").with("Accept", "application/json"))) {
            ApiResponse json = call.expect(200);
            assertThat(json.header("Content-Type")).isEqualTo("application/json");
            assertThat(json.header("Vary")).isEqualToIgnoringCase("Accept");
            assertThat(json.json().path("name").textValue()).isEqualTo("Rollcall");
        }
        ApiResponse page = get("/").with("Accept", BROWSER).expect(200);
        assertThat(page.text()).startsWith("<!DOCTYPE html>").contains("<html lang=\"en\">", "curl ");
    }

    @Test
    default void everyLinkOfHomeShouldLeadSomewhere() {
        for (JsonNode link : get("/").expect(200).json().path("links")) {
            ApiResponse answer = call("OPTIONS", link.textValue()).expect(204);
            assertThat(answer.header("Allow")).as(link.textValue()).contains("GET");
        }
    }

    @Test
    default void everyThingThatAPageNeedsShouldComeFromHere() {
        for (String path : List.of("/", "/docs", "/problems/not-found")) {
            ApiResponse page = get(path).with("Accept", BROWSER).expect(200);
            assertThat(page.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
            assertThat(page.header("Content-Security-Policy"))
                    .contains("default-src 'none'")
                    .doesNotContain("http");
            assertThat(page.text())
                    .doesNotContainPattern("(src|href)=\"(https?:)?//")
                    .doesNotContain("style=");
            Pattern.compile("(?:src|href)=\"([^\"]+)\"")
                    .matcher(page.text())
                    .results()
                    .forEach(link -> {
                        ApiResponse linked = get(URI.create(path)
                                        .resolve(link.group(1))
                                        .toString())
                                .expect(200);
                        assertThat(linked.body()).as(link.group(1)).isNotEmpty();
                    });
        }
    }

    @Test
    default void filesOfThePagesShouldBeOnlyThose() {
        assertThat(get("/docs/swagger-ui-bundle.js").expect(200).header("Content-Type"))
                .isEqualTo("text/javascript; charset=utf-8");
        assertThat(get("/assets/rollcall.css").expect(200).header("Content-Type"))
                .isEqualTo("text/css; charset=utf-8");
        for (String file : List.of(
                "x",
                "openapi.yaml",
                "..%2Fopenapi.yaml",
                "..",
                "%2e%2e",
                "pages%2Frollcall.css",
                "home.html",
                "swagger-ui.js",
                "ROLLCALL.CSS")) {
            get("/docs/" + file).expectProblem(404, "not-found");
            get("/assets/" + file).expectProblem(404, "not-found");
        }
    }

    @Test
    default void documentsShouldSaveTheirTransfer() {
        for (String path : List.of(
                "/",
                "/assets/rollcall.css",
                "/docs/swagger-ui-bundle.js",
                "/problems/not-found",
                "/openapi.yaml",
                "/openapi.json")) {
            String tag = get(path).expect(200).header("ETag");
            assertThat(get(path).with("If-None-Match", tag).expect(304).header("ETag"))
                    .isEqualTo(tag);
            get(path).with("If-None-Match", "\"other\"").expect(200);
        }
        assertThat(get("/").with("Accept", BROWSER).expect(200).header("ETag"))
                .isNotEqualTo(get("/").expect(200).header("ETag"));
    }

    @Test
    default void theDescriptionShouldComeAsYamlAndJson() {
        assertThat(get("/openapi.yaml").expect(200).header("Content-Type")).isEqualTo("application/yaml");
        assertThat(get("/openapi.yaml").expect(200).text()).startsWith("openapi: 3.1");
        JsonNode json = get("/openapi.json").expect(200).json();
        assertThat(json.path("openapi").textValue()).startsWith("3.1");
        assertThat(json.path("paths").has("/uuids/{uuid}")).isTrue();
        assertThat(get("/openapi.json").expect(200).text()).contains("1234567890123456789012345678.0123456789");
    }

    @Test
    default void everyProblemShouldBeExplained() {
        String type = get("/users/" + unique())
                .expectProblem(404, "not-found")
                .json()
                .path("type")
                .textValue();

        ApiResponse json = get(type).expect(200);
        assertThat(json.json().path("type").textValue()).isEqualTo(type);
        assertThat(json.json().path("status").intValue()).isEqualTo(404);
        assertThat(json.json().path("cure").textValue()).isNotBlank();
        ApiResponse page = get(type).with("Accept", BROWSER).expect(200);
        assertThat(page.text()).contains("<html lang=\"en\">", "<h1>Not found</h1>");
        get("/problems/nothing-of-the-kind").expectProblem(404, "not-found");
    }
}
