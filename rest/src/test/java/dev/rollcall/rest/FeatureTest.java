package dev.rollcall.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.error.InvalidInputException;
import dev.rollcall.memory.InMemoryStore;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeatureTest {

    private static final Map<Feature, List<String>> PATHS = Map.of(
            Feature.UUID, List.of("/uuids"),
            Feature.GUID, List.of("/guid?user=ann"),
            Feature.RSVP, List.of("/users", "/events"),
            Feature.CUSTOMER, List.of("/customers?id=1"),
            Feature.NUMBER, List.of("/numbers"));

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void allShouldBeServedWhenNothingIsSaid(String value) {
        assertThat(Feature.fromEnvironment(Map.of(Feature.VARIABLE, value))).isEqualTo(Feature.ALL);
        assertThat(Feature.fromEnvironment(Map.of())).isEqualTo(Feature.ALL);
    }

    @Test
    void aListShouldBeReadWithSpacesAndRepeats() {
        assertThat(Feature.fromEnvironment(Map.of(Feature.VARIABLE, " uuid, guid,uuid ")))
                .containsExactlyInAnyOrder(Feature.UUID, Feature.GUID);
    }

    @Test
    void noneShouldBeNone() {
        assertThat(Feature.fromEnvironment(Map.of(Feature.VARIABLE, "none"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"uuids", "UUID", "uuid,", ",", "uuid;guid", "none,uuid"})
    void anOtherValueShouldBeRefusedWithTheAllowedOnes(String value) {
        assertThatThrownBy(() -> Feature.fromEnvironment(Map.of(Feature.VARIABLE, value)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("ROLLCALL_FEATURES: must be a list such as uuid,guid out of "
                        + Stream.of(Feature.values()).map(Feature::toString).collect(Collectors.joining(", "))
                        + ", or none, not '" + value + "'.");
    }

    @ParameterizedTest
    @EnumSource
    void aFeatureShouldBeServedAloneWithTheServersOwnPages(Feature served) {
        assertThat(PATHS).containsKey(served);
        try (TestApi api = new TestApi(new InMemoryStore(), ApiSettings.ANY_HOST.serving(Set.of(served)))) {
            PATHS.forEach((feature, paths) -> assertThat(paths)
                    .allSatisfy(path -> assertThat(api.get(path).status()).isEqualTo(feature == served ? 200 : 404)));
            assertThat(List.of("/", "/health/ready", "/openapi.yaml", "/problems/not-found"))
                    .allSatisfy(path -> assertThat(api.get(path).status()).isEqualTo(200));
        }
    }
}
