package dev.rollcall.persistence.dynamodb.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.error.InvalidInputException;
import dev.rollcall.storage.StorageSettings;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DynamoDbLocationTest {

    @Test
    void everythingShouldBeRead() {
        DynamoDbLocation location =
                of("dynamodb:eu-west-1?endpoint=http://localhost:8000&prefix=a-&create=true&capacity=10:5");
        assertThat(location)
                .isEqualTo(new DynamoDbLocation(
                        Optional.of("eu-west-1"),
                        Optional.of(URI.create("http://localhost:8000")),
                        "a-",
                        true,
                        Optional.of(new Capacity(10, 5))));
    }

    @Test
    void everythingMayBeLeftOut() {
        assertThat(of("dynamodb:"))
                .isEqualTo(new DynamoDbLocation(Optional.empty(), Optional.empty(), "", false, Optional.empty()));
        assertThat(of("dynamodb:?capacity=on-demand").capacity()).contains(Capacity.ON_DEMAND);
    }

    @Test
    void anEndpointMayBePercentEncoded() {
        assertThat(of("dynamodb:?endpoint=http%3A%2F%2F127.0.0.1%3A8000").endpoint())
                .contains(URI.create("http://127.0.0.1:8000"));
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8000, true",
        "http://127.0.0.1:8000, true",
        "http://[::1]:8000, true",
        "http://127.0.0.1.example.com, false",
        "https://dynamodb.eu-west-1.amazonaws.com, false",
    })
    void onlyThisMachineShouldBeLoopback(String endpoint, boolean loopback) {
        assertThat(of("dynamodb:?endpoint=" + endpoint).isLoopback()).isEqualTo(loopback);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dynamodb:Frankfurt",
                "dynamodb://eu-west-1",
                "dynamodb:eu-west-1?table=x",
                "dynamodb:eu-west-1?prefix=a&prefix=b",
                "dynamodb:eu-west-1?prefix=a/b",
                "dynamodb:eu-west-1?prefix=%zz",
                "dynamodb:eu-west-1?create=yes",
                "dynamodb:eu-west-1?endpoint=localhost:8000",
                "dynamodb:eu-west-1?endpoint=http://someone:secret@localhost:8000",
                "dynamodb:eu-west-1?endpoint=http://localhost:8000/path",
                "dynamodb:eu-west-1?capacity=10",
                "dynamodb:eu-west-1?capacity=0:5",
            })
    void whatIsWrongShouldBeSaidByTheVariablesNameWithoutSecrets(String url) {
        assertThatThrownBy(() -> of(url))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("ROLLCALL_STORAGE: ")
                .hasMessageNotContaining("secret");
    }

    @Test
    void aTablesNameShouldNotGetTooLong() {
        assertThat(of("dynamodb:?prefix=" + "a".repeat(243)).prefix()).hasSize(243);
        assertThatThrownBy(() -> of("dynamodb:?prefix=" + "a".repeat(244))).hasMessageContaining("at most 243 of them");
    }

    @Test
    void aLoginShouldBeRefusedWithWhereCredentialsComeFrom() {
        assertThatThrownBy(() -> DynamoDbLocation.of(
                        new StorageSettings("dynamodb:", Optional.empty(), Optional.of("secret"), false)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("ROLLCALL_STORAGE_PASSWORD: ")
                .hasMessageContaining("AWS_ACCESS_KEY_ID")
                .hasMessageNotContaining("secret");
    }

    private static DynamoDbLocation of(String url) {
        return DynamoDbLocation.of(StorageSettings.of(url));
    }
}
