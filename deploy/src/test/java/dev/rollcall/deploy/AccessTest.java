package dev.rollcall.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.rest.Feature;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may call which route. */
class AccessTest {

    /** The pages that a secret link opens without further access. */
    private static final Set<String> OPENED_BY_LINKS =
            Set.of("/rsvp/{proxy+}", "/events/{event_id}/manage/{proxy+}", "/users/{user_id}/calendar/{proxy+}");

    /** What the pages behind these links are made of, and what their problems mean. */
    private static final Set<String> OF_PAGES = Set.of("/assets/{proxy+}", "/problems/{proxy+}");

    private static final Map<String, String> TOKENS =
            Map.of("Access", "jwt", "JwtIssuer", "https://issuer", "JwtAudience", "rollcall");

    @Test
    void whoMayCallShouldBeWhatTheParameterSays() {
        assertThat(authorizations("iam")).containsOnly("AWS_IAM null null");
        assertThat(authorizations("jwt")).containsOnly("JWT Authorizer [rollcall/admin]");
        assertThat(authorizations("insecure-no-auth")).containsOnly("NONE null null");
    }

    /** Whoever gets in may read and change everything, and not everybody who has a token is an administrator. */
    @Test
    void everyTokenShouldNeedTheScopeOfTheParameter() {
        Map<String, String> parameters = new HashMap<>(TOKENS);
        parameters.put("JwtScope", "https://rollcall.example/everything");
        ApiRoutes routes = ApiRoutes.of(new Deployment(Template.API, parameters));

        assertThat(routes.all())
                .filteredOn(route -> !route.isOpen())
                .hasSizeGreaterThan(10)
                .allMatch(
                        route -> List.of("https://rollcall.example/everything").equals(route.scopes()));
        assertThat(Template.map(Template.API.section("Parameters").get("JwtScope")))
                .containsEntry("Default", "rollcall/admin")
                .hasEntrySatisfying("AllowedPattern", pattern -> assertThat("").doesNotMatch((String) pattern));
    }

    @ParameterizedTest
    @ValueSource(strings = {"iam", "jwt", "insecure-no-auth"})
    void aLinkShouldNeedNoFurtherAccess(String access) {
        assertThat(routes(access).all())
                .filteredOn(route -> OPENED_BY_LINKS.contains(route.path()) || OF_PAGES.contains(route.path()))
                .hasSize(OPENED_BY_LINKS.size() + OF_PAGES.size())
                .allMatch(ApiRoutes.Route::isOpen);
    }

    /** A path whose other parts could be read as a token would be open. */
    @Test
    void onlyPathsWithASecretAndWhatPagesAreMadeOfShouldBeOpen() {
        ApiRoutes routes = routes("iam");

        assertThat(ApiRoutes.served(Set.of(Feature.RSVP)))
                .anyMatch(path -> routes.of(path).isOpen())
                .allSatisfy(
                        path -> assertThat(routes.of(path).isOpen()).as(path).isEqualTo(path.contains("{token}")));
        assertThat(ApiRoutes.served(Set.of()).stream()
                        .filter(path -> routes.of(path).isOpen()))
                .containsExactlyInAnyOrder("/assets/{file}", "/problems/{slug}");
        assertThat(routes.all().stream().filter(ApiRoutes.Route::isOpen).map(ApiRoutes.Route::path))
                .containsExactlyInAnyOrderElementsOf(Stream.concat(OPENED_BY_LINKS.stream(), OF_PAGES.stream())
                        .toList());
    }

    private static Stream<String> authorizations(String access) {
        return routes(access).all().stream()
                .filter(route -> !OPENED_BY_LINKS.contains(route.path()) && !OF_PAGES.contains(route.path()))
                .map(ApiRoutes.Route::authorization);
    }

    private static ApiRoutes routes(String access) {
        Map<String, String> parameters = new HashMap<>(TOKENS);
        parameters.put("Access", access);
        return ApiRoutes.of(new Deployment(Template.API, parameters));
    }
}
