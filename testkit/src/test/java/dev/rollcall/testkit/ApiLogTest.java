package dev.rollcall.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.Rollcall;
import dev.rollcall.error.StoreFailureException;
import dev.rollcall.error.StoreUnavailableException;
import dev.rollcall.error.StoreUnavailableException.Reason;
import dev.rollcall.expiry.Sweeper;
import dev.rollcall.memory.InMemoryStore;
import dev.rollcall.rest.ApiSettings;
import dev.rollcall.rest.RollcallApi;
import dev.rollcall.rest.http.Headers;
import dev.rollcall.testkit.api.RouterApiClient;
import dev.rollcall.testkit.fault.WatchedStore;
import dev.rollcall.testkit.fixture.Logged;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What drivers and libraries say of failures holds addresses and tokens of links. The API and the services log neither. */
class ApiLogTest {

    private static final String TOKEN = "0123456789abcdefghijklmnopqrstuv0123456789abcdefghij";
    private static final String SECRETS = "'ann@example.org' " + TOKEN;

    static List<Throwable> failures() {
        return List.of(
                new IllegalStateException(SECRETS),
                new StackOverflowError(SECRETS),
                new UncheckedIOException(new IOException(SECRETS)),
                new StoreFailureException(
                        "The store failed.",
                        new SQLIntegrityConstraintViolationException("Duplicate entry " + SECRETS, "23000", 1062)),
                new StoreUnavailableException(
                        Reason.UNREACHABLE, "The store is away.", new SQLException("away at " + SECRETS)));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void neitherAddressesNorTokensShouldBeLogged(Throwable failure) {
        Semaphore sweeps = new Semaphore(0);
        String log = Logged.during(() -> {
            try (Rollcall rollcall = Rollcall.over(
                            WatchedStore.over(new InMemoryStore(), call -> {
                                if (call.name().endsWith("removeExpired")) {
                                    sweeps.release();
                                }
                                throw failure;
                            }),
                            InstantSource.system());
                    Sweeper sweeper = new Sweeper(List.of(rollcall.guids()), Duration.ofNanos(1))) {
                assertThat(sweeper).isNotNull();
                RollcallApi api = new RollcallApi(rollcall, ApiSettings.ANY_HOST);
                send(api, "GET", "/users/ann@example.org", "");
                send(api, "POST", "/users", "{\"email\": \"ann@example.org\"}");
                send(api, "PUT", "/customers/c1", "");
                send(api, "GET", "/rsvp/" + TOKEN, "");
                send(api, "POST", "/rsvp/" + TOKEN, "{\"response\": \"accepted\"}");
                sweeps.acquireUninterruptibly(2);
            }
        });

        assertThat(log)
                .contains(failure.getClass().getSimpleName())
                .doesNotContain("ann@", "example.org", "Duplicate", "away at", TOKEN);
    }

    private static void send(RollcallApi api, String method, String target, String body) {
        try {
            var unused = new RouterApiClient(api)
                    .send(
                            method,
                            target,
                            new Headers(List.of(new Headers.Field("Content-Type", "application/json"))),
                            body.getBytes(StandardCharsets.UTF_8));
        } catch (StackOverflowError passing) {
            assertThat(passing).hasMessage(SECRETS);
        }
    }
}
