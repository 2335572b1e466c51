package dev.rollcall.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.error.InvalidInputException;
import dev.rollcall.rest.ApiSettings;
import dev.rollcall.rest.Feature;
import dev.rollcall.rsvp.notification.MailSettings;
import dev.rollcall.rsvp.user.EmailAddress;
import dev.rollcall.storage.StorageSettings;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerSettingsTest {

    @Test
    void anEmptyEnvironmentShouldGiveTheDefaults() {
        assertThat(read(Map.of(), false))
                .isEqualTo(new ServerSettings(
                        "127.0.0.1",
                        8080,
                        Feature.ALL,
                        StorageSettings.of(StorageSettings.DEFAULT_URL),
                        new MailSettings(
                                "file:rollcall-data/mail",
                                new EmailAddress("rollcall@localhost"),
                                "http://127.0.0.1:8080")));
    }

    @Test
    void aBlankVariableShouldTakeItsDefault() {
        assertThat(read(Map.of("ROLLCALL_HOST", "", "ROLLCALL_PORT", " "), false))
                .isEqualTo(read(Map.of(), false));
    }

    @Test
    void everyVariableShouldBeRead() {
        ServerSettings settings = read(
                Map.of(
                        "ROLLCALL_HOST", "0.0.0.0",
                        "ROLLCALL_PORT", "0",
                        "ROLLCALL_FEATURES", "uuid, guid",
                        "ROLLCALL_STORAGE", "memory:",
                        "ROLLCALL_STORAGE_USER", "ann",
                        "ROLLCALL_STORAGE_PASSWORD", "secret",
                        "ROLLCALL_MIGRATE", "true"),
                true);
        assertThat(settings.host()).isEqualTo("0.0.0.0");
        assertThat(settings.port()).isZero();
        assertThat(settings.features()).containsExactlyInAnyOrder(Feature.UUID, Feature.GUID);
        assertThat(settings.api().features()).isEqualTo(settings.features());
        assertThat(settings.storage().url()).isEqualTo("memory:");
        assertThat(settings.storage().user()).hasValue("ann");
        assertThat(settings.storage().password()).hasValue("secret");
        assertThat(settings.storage().migrate()).isTrue();
        assertThat(settings.toString()).doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "65536", "http", "80.0", "1e3", "99999999999"})
    void aBadPortShouldBeRefused(String port) {
        assertThatThrownBy(() -> read(Map.of("ROLLCALL_PORT", port), false))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(
                        "ROLLCALL_PORT: must be a port from 1 to 65535, or 0 for any free one, not '" + port + "'.");
    }

    @Test
    void everyFaultShouldBeNamed() {
        assertThatThrownBy(() -> read(
                        Map.of(
                                "ROLLCALL_PORT",
                                "x",
                                "ROLLCALL_HOST",
                                "not an address",
                                "ROLLCALL_MIGRATE",
                                "maybe",
                                "ROLLCALL_FEATURES",
                                "x"),
                        false))
                .hasMessageContaining("ROLLCALL_PORT")
                .hasMessageContaining("ROLLCALL_HOST")
                .hasMessageContaining("ROLLCALL_FEATURES")
                .hasMessageContaining("ROLLCALL_MIGRATE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1"})
    void anAddressOtherThanLoopbackShouldBeRefusedUnlessAllowed(String host) {
        assertThatThrownBy(() -> read(Map.of("ROLLCALL_HOST", host), false))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("ROLLCALL_HOST")
                .hasMessageContaining(host)
                .hasMessageContaining("--insecure-no-auth");
        assertThat(read(Map.of("ROLLCALL_HOST", host), true).api().hosts()).isEqualTo(ApiSettings.ANY_HOST.hosts());
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "::1", "127.0.0.2"})
    void onLoopbackNoForeignNameShouldBeServed(String host) {
        ServerSettings settings = read(Map.of("ROLLCALL_HOST", host), false);
        assertThat(settings.api().hosts().orElseThrow())
                .contains("localhost", "127.0.0.1", "[::1]", ServerSettings.urlHost(host))
                .doesNotContain("rollcall.example");
    }

    @Test
    void pagesOfThePublicAddressShouldBeOwnPages() {
        assertThat(read(Map.of("ROLLCALL_PUBLIC_URL", "https://rollcall.example/base/"), false)
                        .api()
                        .publicUrl())
                .hasValue(URI.create("https://rollcall.example/base"));
        assertThat(read(Map.of("ROLLCALL_HOST", "0.0.0.0"), true).api().publicUrl())
                .hasValue(URI.create("http://localhost:8080"));
    }

    private static ServerSettings read(Map<String, String> environment, boolean open) {
        return ServerSettings.fromEnvironment(environment, open);
    }
}
