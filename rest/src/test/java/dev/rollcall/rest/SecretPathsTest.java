package dev.rollcall.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.rest.http.Headers;
import dev.rollcall.rest.http.RequestBody;
import dev.rollcall.rest.http.SecretPaths;
import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretPathsTest {

    private static final String TOKEN = "0k3v9m5tq2h7c1d8e4f6g0a2b4c6d8e1f3g5h7i9j1k3l5m7n9o0";

    @ParameterizedTest
    @CsvSource({
        "/rsvp/TOKEN, /rsvp/%E2%80%A6",
        "/rsvp/TOKEN/invite.ics, /rsvp/%E2%80%A6/invite.ics",
        "/rsvp/TOKEN/, /rsvp/%E2%80%A6/",
        "//rsvp//TOKEN, //rsvp//%E2%80%A6",
        "/RSVP/TOKEN, /RSVP/%E2%80%A6",
        "/rsvp/short, /rsvp/%E2%80%A6",
        "/rsvp/%zzTOKEN, /rsvp/%E2%80%A6",
        "/users/ann/calendar/TOKEN, /users/ann/calendar/%E2%80%A6",
        "/users//calendar/TOKEN, /users//calendar/%E2%80%A6",
        "/users/calendar/calendar/TOKEN, /users/calendar/calendar/%E2%80%A6",
        "/events/party/manage/TOKEN/guests.csv, /events/party/manage/%E2%80%A6/guests.csv",
        "/elsewhere/TOKEN, /elsewhere/%E2%80%A6"
    })
    void aTokenShouldNotBeShown(String path, String shown) {
        assertThat(SecretPaths.shown(path.replace("TOKEN", TOKEN))).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/events/party/invitations",
                "/events/rsvp/invitations",
                "/users/ann/events",
                "/rsvp",
                "/rsvp/"
            })
    void aPathWithoutASecretShouldBeShownAsItIs(String path) {
        assertThat(SecretPaths.shown(path)).isEqualTo(path);
        assertThat(SecretPaths.fields(path, Headers.NONE)).isEmpty();
    }

    /** The rule as a regular expression. */
    private static final Pattern SECRET = Pattern.compile(
            "^/+(?:rsvp|users/+[^/]*/+calendar|events/+[^/]*/+manage)/+[^/]+.*", Pattern.CASE_INSENSITIVE);

    @Property(tries = 5_000)
    void anyPathShouldBeSecretByTheRule(@ForAll("paths") String path) {
        assertThat(SecretPaths.isSecret(path)).isEqualTo(SECRET.matcher(path).matches());
    }

    @Provide
    Arbitrary<String> paths() {
        List<String> slashes = List.of("/", "/", "/", "/", "//");
        List<String> names =
                List.of("rsvp", "RSVP", "users", "Users", "events", "calendar", "manage", "MANAGE", "ann", "x", "");
        return Arbitraries.of(slashes)
                .flatMap(slash -> Arbitraries.of(names).map(name -> slash + name))
                .list()
                .ofMaxSize(6)
                .map(parts -> String.join("", parts));
    }

    @Test
    void aFieldThatIsThereShouldNotBeSaidTwice() {
        assertThat(SecretPaths.fields("/rsvp/x", Headers.NONE.with("referrer-policy", "no-referrer")))
                .containsExactly(new Headers.Field("X-Robots-Tag", "noindex"));
    }

    @Test
    void aRequestShouldNotTellItsTokenToALog() {
        assertThat(TestApi.request("GET", "/rsvp/" + TOKEN, RequestBody.NONE)).hasToString("GET /rsvp/%E2%80%A6");
    }
}
