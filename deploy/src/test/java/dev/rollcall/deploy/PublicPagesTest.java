package dev.rollcall.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.Rollcall;
import dev.rollcall.memory.InMemoryStore;
import dev.rollcall.port.PageRequest;
import dev.rollcall.rest.ApiSettings;
import dev.rollcall.rest.Feature;
import dev.rollcall.rest.RollcallApi;
import dev.rollcall.rest.http.Headers;
import dev.rollcall.rsvp.invitation.Invitation;
import dev.rollcall.rsvp.link.AnswerLink;
import dev.rollcall.rsvp.link.LinkToken;
import dev.rollcall.testkit.api.ApiClient;
import dev.rollcall.testkit.api.ApiResponse;
import dev.rollcall.testkit.api.ApiUnderTest;
import dev.rollcall.testkit.api.PlainCalendars;
import dev.rollcall.testkit.api.RouterApiClient;
import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever may open a page may open all that it needs and leads to, on every storage. */
class PublicPagesTest implements ApiUnderTest {

    private static final Pattern CSS_URL = Pattern.compile("url\\(['\"]?([^'\")]+)");

    private final InMemoryStore store = new InMemoryStore();
    private final Rollcall rollcall = Rollcall.over(store, InstantSource.system());
    private final RollcallApi api = new RollcallApi(rollcall, ApiSettings.ANY_HOST, PlainCalendars::new);

    @AfterEach
    void close() {
        rollcall.close();
    }

    @Override
    public ApiClient client() {
        return new RouterApiClient(api);
    }

    static Stream<ApiRoutes> templates() {
        return Stream.of(
                ApiRoutes.of(new Deployment(Template.API, Map.of())),
                ApiRoutes.of(new Deployment(Template.API, Map.of("Storage", "mysql"))),
                ApiRoutes.of(new Deployment(
                        Template.API,
                        Map.of("Access", "jwt", "JwtIssuer", "https://issuer", "JwtAudience", "rollcall"))));
    }

    @ParameterizedTest
    @MethodSource("templates")
    void everyLinkOfAPublicPageShouldBeOpenToItsReader(ApiRoutes routes) {
        assertThat(followed(routes))
                .contains(
                        "/assets/rollcall.css",
                        "/assets/guests.css",
                        "/assets/guests.js",
                        "/assets/favicon.svg",
                        "/problems/not-found")
                .anyMatch(path -> path.endsWith("/invite.ics"))
                .anyMatch(path -> path.endsWith("/invitations/check"))
                .anyMatch(path -> path.endsWith("/withdraw"));
    }

    @Test
    void aFileBehindTheAuthorizerShouldBeSeen() {
        Template closed = Template.of(
                "api.yaml", Template.text("api.yaml").replace("RouteKey: ANY /assets/{proxy+}", "RouteKey: ANY /x"));

        assertThatThrownBy(() -> followed(ApiRoutes.of(new Deployment(closed, Map.of()))))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("/assets/rollcall.css");
    }

    /** Follows every link from the pages that open without a login. */
    private Set<String> followed(ApiRoutes routes) {
        List<String> starts = starts();
        Deque<String> left = new ArrayDeque<>(starts);
        Set<String> seen = new LinkedHashSet<>();
        while (!left.isEmpty()) {
            String target = left.removeFirst();
            String path = URI.create(target).getPath();
            if (seen.add(path)) {
                assertThat(routes.of(path).isOpen()).as(path).isTrue();
                for (String accepted : List.of("text/html,*/*;q=0.8", "*/*")) {
                    ApiResponse answer = answer(routes.of(path).feature(), target, accepted);
                    if (!starts.contains(target)) {
                        // The address of a form takes POST alone.
                        assertThat(answer.status()).as(target).isIn(200, 405);
                    }
                    links(target, answer).forEach(left::addLast);
                }
            }
        }
        return seen;
    }

    /** A page of each kind: what is there, what is not, and what was taken back. */
    private List<String> starts() {
        String user = unique();
        post("/users", "{\"user_id\": \"" + user + "\", \"email\": \"" + user + "@example.org\"}")
                .expect(201);
        ApiResponse event = post(
                        "/events",
                        "{\"title\": \"Party\", \"organizer_id\": \"" + user
                                + "\", \"starts_at\": \"2031-05-01T18:00Z\"}")
                .expect(201);
        String path = event.header("Location");
        post(
                        path + "/invitations",
                        "{\"invitations\": [{\"email\": \"a@example.org\"}, {\"email\": \"b@example.org\"}]}")
                .expect(201);
        List<String> links = store.repositories().invitations().list(PageRequest.first(2)).items().stream()
                .map(this::link)
                .toList();
        delete(path + "/invitations/"
                        + store.repositories()
                                .invitations()
                                .list(PageRequest.first(1))
                                .items()
                                .getFirst()
                                .key()
                                .id())
                .expect(204);
        String unknown = LinkToken.random(new SecureRandom()).value();
        return List.of(
                links.getFirst(),
                links.getLast(),
                "/rsvp/" + unknown,
                path + "/manage/" + event.json().path("manage_token").textValue(),
                path + "/manage/" + unknown,
                post("/users/" + user + "/calendar-link", "")
                        .expect(201)
                        .json()
                        .path("path")
                        .textValue(),
                "/users/" + user + "/calendar/" + unknown);
    }

    private String link(Invitation invitation) {
        LinkToken token = LinkToken.random(new SecureRandom());
        store.repositories()
                .links()
                .addAll(List.of(new AnswerLink(
                        token.hash(), invitation.key(), invitation.links().generation())));
        return "/rsvp/" + token.value();
    }

    /** The answer of the function behind a route, which serves one system alone. */
    private ApiResponse answer(String feature, String target, String accepted) {
        Set<Feature> served = feature.equals("none") ? Set.of() : Set.of(Feature.RSVP);
        ApiClient function = new RouterApiClient(
                new RollcallApi(rollcall, ApiSettings.ANY_HOST.serving(served), PlainCalendars::new));
        return function.send("GET", target, Headers.NONE.with("Accept", accepted), new byte[0]);
    }

    private Stream<String> links(String target, ApiResponse answer) {
        String type = answer.headers().first("Content-Type").orElse("");
        Stream<String> found = Stream.empty();
        if (type.startsWith("text/html")) {
            Document page = Jsoup.parse(answer.text());
            found = page.select("[href], [src], [action], [formaction]").stream()
                    .flatMap(element -> Stream.of("href", "src", "action", "formaction")
                            .filter(element::hasAttr)
                            .map(element::attr));
        } else if (type.startsWith("text/css")) {
            found = CSS_URL.matcher(answer.text()).results().map(match -> match.group(1));
        } else if (type.startsWith("application/problem+json")) {
            found = Stream.of(answer.json().path("type").textValue());
        }
        return found.filter(link -> !link.startsWith("mailto:"))
                .map(link -> URI.create(target).resolve(link).toString());
    }
}
