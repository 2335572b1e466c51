package dev.rollcall.lambda.zip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.lambda.OwnDatabase;
import dev.rollcall.lambda.OwnTables;
import dev.rollcall.lambda.RollcallHandler;
import dev.rollcall.lambda.event.EventForm;
import dev.rollcall.lambda.event.LambdaApiClient;
import dev.rollcall.rest.http.Headers;
import dev.rollcall.testkit.api.ApiResponse;
import dev.rollcall.testkit.server.MysqlServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How functions start under Lambda's runtime interface client, and why they don't. */
class FunctionStartIT {

    private static Path mysql;
    private static Path dynamodb;

    @BeforeAll
    static void unpack() throws IOException {
        mysql = FunctionProcess.unpack("rollcall-lambda-mysql.zip");
        dynamodb = FunctionProcess.unpack("rollcall-lambda-dynamodb.zip");
    }

    @Test
    void noStoreShouldBeAnInitErrorThatNamesTheVariable() throws IOException {
        assertThat(initError(dynamodb, Map.of())).contains("ROLLCALL_STORAGE: must be set on Lambda");
    }

    @Test
    void aStoreOfTheOtherZipShouldBeAnInitErrorThatNamesTheStores() throws IOException {
        assertThat(initError(dynamodb, Map.of("ROLLCALL_STORAGE", "jdbc:mysql://localhost/rollcall")))
                .contains("ROLLCALL_STORAGE", "On the class path are: dynamodb:");
        assertThat(initError(mysql, Map.of("ROLLCALL_STORAGE", "dynamodb:eu-west-1")))
                .contains("ROLLCALL_STORAGE", "jdbc:mysql:");
    }

    @Test
    void aMalformedUrlShouldBeAnInitErrorThatShowsAGoodOne() throws IOException {
        assertThat(initError(mysql, Map.of("ROLLCALL_STORAGE", "jdbc:mysql:nowhere")))
                .contains("ROLLCALL_STORAGE", "jdbc:mysql://host:3306/database");
    }

    @Test
    void missingTablesShouldBeAnInitErrorThatSaysHowToGetThem() throws IOException {
        assertThat(initError(mysql, OwnDatabase.empty())).contains("schema is older", "migrate");
        assertThat(initError(dynamodb, OwnTables.missing())).contains("None of the tables", "migrate");
    }

    @Test
    void aRefusedLoginShouldBeAnInitErrorThatNamesTheVariables() throws IOException {
        Map<String, String> environment = new HashMap<>(OwnDatabase.empty());
        environment.put("ROLLCALL_STORAGE_USER", "nobody");
        environment.put("ROLLCALL_STORAGE_PASSWORD", "hidden-password");

        assertThat(initError(mysql, environment))
                .contains("ROLLCALL_STORAGE_USER")
                .doesNotContain("hidden-password");
    }

    @Test
    void featuresShouldDecideWhatIsServed() throws IOException {
        Map<String, String> environment = new HashMap<>(OwnTables.migrated());
        environment.put("ROLLCALL_FEATURES", "customer");
        try (FunctionProcess function = FunctionProcess.start(dynamodb, RollcallHandler.class, environment)) {
            assertThat(get(function, "/customers?id=x").status()).isEqualTo(200);
            assertThat(get(function, "/uuids").status()).isEqualTo(404);
        }
    }

    @Test
    void snapStartShouldPrimeAndDisconnectAndServeAfterwards() throws IOException {
        for (boolean sql : new boolean[] {true, false}) {
            Map<String, String> environment = new HashMap<>(sql ? OwnDatabase.migrated() : OwnTables.migrated());
            environment.put("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");
            try (FunctionProcess function =
                    FunctionProcess.start(sql ? mysql : dynamodb, RollcallHandler.class, environment)) {
                function.api().awaitFrozen();
                if (sql) {
                    assertThat(connections(environment)).isZero();
                }
                function.api().wake();

                assertThat(get(function, "/uuids").status()).isEqualTo(200);
                assertThat(get(function, "/numbers").text()).isEqualTo("{\"items\":[]}");
            }
        }
    }

    /** How many sessions there are in the database of a function. */
    private static int connections(Map<String, String> environment) {
        String url = environment.get("ROLLCALL_STORAGE");
        String database = url.substring(url.lastIndexOf('/') + 1, url.indexOf('?'));
        try (var connection = DriverManager.getConnection(
                        MysqlServer.shared().jdbcUrl(""),
                        MysqlServer.shared().user(),
                        MysqlServer.shared().password());
                var statement = connection.prepareStatement(
                        "SELECT COUNT(*) FROM information_schema.processlist WHERE db = ?")) {
            statement.setString(1, database);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static ApiResponse get(FunctionProcess function, String target) {
        return new LambdaApiClient(function.api(), EventForm.HTTP_API).send("GET", target, Headers.NONE, new byte[0]);
    }

    private static String initError(Path zip, Map<String, String> environment) throws IOException {
        try (FunctionProcess function = FunctionProcess.start(zip, RollcallHandler.class, environment)) {
            byte[] error = function.api().initError().getBytes(StandardCharsets.UTF_8);
            return EventForm.JSON.readTree(error).path("errorMessage").textValue();
        }
    }
}
