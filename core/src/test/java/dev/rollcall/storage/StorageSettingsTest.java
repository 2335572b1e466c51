package dev.rollcall.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.error.InvalidInputException;
import dev.rollcall.error.Violation;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StorageSettingsTest {

    @Test
    void defaultsShouldBeTheEmbeddedStore() {
        StorageSettings defaults = StorageSettings.fromEnvironment(Map.of());
        assertThat(defaults)
                .isEqualTo(new StorageSettings(
                        "jdbc:sqlite:rollcall-data/rollcall.db", Optional.empty(), Optional.empty(), false));
        assertThat(StorageSettings.of(StorageSettings.DEFAULT_URL)).isEqualTo(defaults);
    }

    @Test
    void everyVariableShouldBeRead() {
        StorageSettings settings = StorageSettings.fromEnvironment(Map.of(
                "ROLLCALL_STORAGE", "jdbc:mysql://db.example.org/rollcall",
                "ROLLCALL_STORAGE_USER", "ann",
                "ROLLCALL_STORAGE_PASSWORD", "hunter2",
                "ROLLCALL_MIGRATE", "true"));
        assertThat(settings)
                .isEqualTo(new StorageSettings(
                        "jdbc:mysql://db.example.org/rollcall", Optional.of("ann"), Optional.of("hunter2"), true));
    }

    @Test
    void blankVariablesShouldTakeTheirDefaults() {
        assertThat(StorageSettings.fromEnvironment(Map.of(
                        "ROLLCALL_STORAGE", " ",
                        "ROLLCALL_STORAGE_USER", "",
                        "ROLLCALL_STORAGE_PASSWORD", "",
                        "ROLLCALL_MIGRATE", "")))
                .isEqualTo(StorageSettings.fromEnvironment(Map.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "TRUE", "1", "false "})
    void otherFlagsShouldNameTheVariableAndWhatItTakes(String flag) {
        assertThatThrownBy(() -> StorageSettings.fromEnvironment(Map.of("ROLLCALL_MIGRATE", flag)))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refused -> assertThat(refused.violations())
                                .containsExactly(new Violation(
                                        "ROLLCALL_MIGRATE", "must be true or false, not '" + flag + "'")));
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:mysql://h/db, jdbc:mysql://h/db",
        "jdbc:mysql://h:3306/db?useSSL=true&x=1, jdbc:mysql://h:3306/db?useSSL=true&x=1",
        "jdbc:sqlite:rollcall-data/rollcall.db, jdbc:sqlite:rollcall-data/rollcall.db",
        "jdbc:sqlite:/home/ann@work/rollcall.db, jdbc:sqlite:/home/ann@work/rollcall.db",
        "memory:, memory:",
        "dynamodb:eu-west-1?endpoint=http://localhost:8000&prefix=rc_, dynamodb:eu-west-1?endpoint=http://localhost:8000&prefix=rc_"
    })
    void urlWithoutSecretsShouldBeShownAsItIs(String url, String shown) {
        assertThat(StorageSettings.of(url).displayUrl()).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:mysql://ann:hunter2@h/db, jdbc:mysql://h/db",
        "jdbc:mysql://ann:hunter2@h/db?password=hunter2, jdbc:mysql://h/db?password=***",
        "jdbc:mysql://h/db?user=ann&password=hunter2&x=1, jdbc:mysql://h/db?user=***",
        "jdbc:mysql://h/db?x=1&PASSWORD=hunter2, jdbc:mysql://h/db?x=1&PASSWORD=***",
        "jdbc:mysql://h/db?x=1&password=p&hunter2, jdbc:mysql://h/db?x=1&password=***",
        "jdbc:mysql://h/db?pass%77ord=hunter2, jdbc:mysql://h/db?pass%77ord=***",
        "jdbc:h2:mem:x;USER=ann;PASSWORD=hunter2, jdbc:h2:mem:x;USER=***",
        "dynamodb:eu?endpoint=http://x&secretKey=hunter2, dynamodb:eu?endpoint=http://x&secretKey=***"
    })
    void secretsShouldBeHidden(String url, String shown) {
        assertThat(StorageSettings.of(url).displayUrl()).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:mysql://ann:hunter2@h1,bob:hunter2@h2/db",
                "jdbc:mysql://ann:p/hunter2@h/db",
                "jdbc:mysql://ann:p@hunter2@h/db",
                "jdbc:mysql://ann:p?hunter2@h/db",
                "jdbc:mysql://ann:p?hunter2@h/db?password=hunter2",
                "jdbc:mysql://h/db?password=p@hunter2",
                "jdbc:mysql://h/db?password=p;hunter2",
                "jdbc:mysql://address=(host=h)(user=ann)(password=hunter2)/db",
                "jdbc:mysql://(host=h,password=hunter2)/db",
                "mysql:ann:hunter2@h/db",
                "postgres://ann:hunter2@h/db",
                "jdbc:aws-wrapper:mysql://ann:hunter2@h/db?clientKeyPassword=hunter2"
            })
    void secretsShouldNeverShow(String url) {
        StorageSettings settings = new StorageSettings(url, Optional.of("ann"), Optional.of("hunter2"), false);
        assertThat(settings.displayUrl()).doesNotContain("hunter2").doesNotContain("ann");
        assertThat(settings.toString()).doesNotContain("hunter2").doesNotContain("ann");
        assertThatThrownBy(() -> StorageProvider.forUrl(settings))
                .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain("hunter2"));
    }
}
