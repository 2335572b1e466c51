package dev.rollcall.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.error.InvalidInputException;
import dev.rollcall.rest.Feature;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LambdaSettingsTest {

    @Test
    void aStoreShouldBeAllThatIsNeeded() {
        LambdaSettings settings = LambdaSettings.fromEnvironment(Map.of("ROLLCALL_STORAGE", "memory:"));

        assertThat(settings.features()).isEqualTo(Feature.ALL);
        assertThat(settings.storage().url()).isEqualTo("memory:");
        assertThat(settings.basePath()).isEmpty();
        assertThat(settings.provisioned()).isFalse();
    }

    @Test
    void everyVariableShouldBeRead() {
        LambdaSettings settings = LambdaSettings.fromEnvironment(Map.of(
                "ROLLCALL_STORAGE", "memory:",
                "ROLLCALL_FEATURES", "uuid,guid",
                "ROLLCALL_BASE_PATH", "/mthere",
                "AWS_LAMBDA_INITIALIZATION_TYPE", "provisioned-concurrency"));

        assertThat(settings.features()).isEqualTo(Set.of(Feature.UUID, Feature.GUID));
        assertThat(settings.basePath()).isEqualTo("/mthere");
        assertThat(settings.provisioned()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void aMissingStoreShouldBeNamed(String value) {
        assertThatThrownBy(() -> LambdaSettings.fromEnvironment(Map.of("ROLLCALL_STORAGE", value)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("ROLLCALL_STORAGE: must be set on Lambda");
    }

    @Test
    void everyFaultShouldBeNamedAtOnce() {
        assertThatThrownBy(() -> LambdaSettings.fromEnvironment(
                        Map.of("ROLLCALL_FEATURES", "uuids", "ROLLCALL_BASE_PATH", "mthere")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContainingAll("ROLLCALL_FEATURES", "ROLLCALL_STORAGE", "ROLLCALL_BASE_PATH");
    }

    @Test
    void aMigrationAtTheStartShouldBeRefused() {
        assertThatThrownBy(() -> LambdaSettings.fromEnvironment(
                        Map.of("ROLLCALL_STORAGE", "memory:", "ROLLCALL_MIGRATE", "true")))
                .hasMessageContainingAll("ROLLCALL_MIGRATE", "MigrationHandler");
    }

    @ParameterizedTest
    @CsvSource({"/, ''", "/a, /a", "/a/b-c.d_e~f, /a/b-c.d_e~f"})
    void aBasePathShouldBeTaken(String value, String basePath) {
        assertThat(LambdaSettings.fromEnvironment(Map.of("ROLLCALL_STORAGE", "memory:", "ROLLCALL_BASE_PATH", value))
                        .basePath())
                .isEqualTo(basePath);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "/a/", "//a", "/a b", "/a?b", "/%41"})
    void anotherBasePathShouldBeRefused(String value) {
        assertThatThrownBy(() -> LambdaSettings.fromEnvironment(
                        Map.of("ROLLCALL_STORAGE", "memory:", "ROLLCALL_BASE_PATH", value)))
                .hasMessageContaining("ROLLCALL_BASE_PATH");
    }
}
