package dev.rollcall.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.rest.http.Headers;
import dev.rollcall.rest.http.RequestBody;
import dev.rollcall.rest.http.SecretPaths;
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
