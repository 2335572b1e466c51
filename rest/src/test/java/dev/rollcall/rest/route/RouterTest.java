package dev.rollcall.rest.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.rest.json.Responses;
import java.util.List;
import org.junit.jupiter.api.Test;

class RouterTest {

    private static final Handler NOTHING = exchange -> Responses.empty(204);

    private final Router router = router(new Routes()
            .get("/", NOTHING)
            .get("/a", NOTHING)
            .put("/a", NOTHING)
            .writingGet("/a/{x}", QueryNames.NONE, NOTHING)
            .get("/a/b", NOTHING)
            .get("/a/{x}/c", NOTHING)
            .delete("/{y}/d", NOTHING));

    @Test
    void aLiteralShouldGoBeforeAParameter() {
        assertThat(template("/a/b")).isEqualTo("GET /a/b");
        assertThat(template("/a/x")).isEqualTo("GET /a/{x}");
        assertThat(template("/a/b/c")).isEqualTo("GET /a/{x}/c");
        assertThat(router.find(Router.split("/x/d"))).isPresent();
    }

    @Test
    void whatIsNotThereShouldNotBeFound() {
        for (String path : List.of("/b", "/a/", "/a//c", "//", "/a/x/d", "/a/b/c/", "/A")) {
            assertThat(router.find(Router.split(path))).as(path).isEmpty();
        }
        assertThat(router.find(Router.split("/"))).isPresent();
    }

    @Test
    void allowShouldNameHeadWhereGetWritesNothing() {
        assertThat(router.find(List.of("a")).orElseThrow().allow()).isEqualTo("GET, HEAD, OPTIONS, PUT");
        assertThat(router.find(List.of("a", "x")).orElseThrow().allow()).isEqualTo("GET, OPTIONS");
        assertThat(router.find(List.of("a")).orElseThrow().route("HEAD")).isPresent();
        assertThat(router.find(List.of("a", "x")).orElseThrow().route("HEAD")).isEmpty();
        assertThat(router.find(List.of("a")).orElseThrow().route("get")).isEmpty();
    }

    @Test
    void twoRoutesOfOneNameShouldBeRefused() {
        assertThatThrownBy(() -> router(new Routes().get("/a/{x}", NOTHING).get("/a/{y}", NOTHING)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private String template(String path) {
        Router.Match match = router.find(Router.split(path)).orElseThrow();
        return match.route("GET").orElseThrow().operation().toString();
    }

    private static Router router(Routes routes) {
        return new Router(routes.all());
    }
}
