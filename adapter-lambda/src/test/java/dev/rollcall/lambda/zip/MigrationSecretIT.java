package dev.rollcall.lambda.zip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.lambda.MigrationHandler;
import dev.rollcall.lambda.OwnDatabase;
import dev.rollcall.lambda.event.EventForm;
import dev.rollcall.testkit.fixture.Fresh;
import dev.rollcall.testkit.server.MysqlServer;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The zip of the migration with the wrapper's plug-in that reads its login from Secrets Manager, as the template has it. */
class MigrationSecretIT {

    private static final String ARN = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:rds!cluster-1a2b-AbCdEf";
    private static final String PASSWORD = "p&ss %word=1";

    private final String user = Fresh.word();
    private SecretsManager secrets;
    private Map<String, String> environment;

    @BeforeEach
    void prepare() throws Exception {
        secrets = SecretsManager.start();
        Map<String, String> database = OwnDatabase.empty();
        createUser(user);
        environment = new HashMap<>();
        environment.put(
                "ROLLCALL_STORAGE",
                database.get("ROLLCALL_STORAGE").replaceFirst("^jdbc:mysql:", "jdbc:aws-wrapper:mysql:")
                        + "&wrapperPlugins=awsSecretsManager&secretsManagerRegion=eu-west-1&secretsManagerSecretId="
                        + ARN
                        + "&secretsManagerEndpoint=" + secrets.url());
    }

    @AfterEach
    void stop() {
        secrets.close();
    }

    @Test
    void theSecretShouldBeTheLogin() throws IOException {
        secrets.put(ARN, user, PASSWORD);

        JsonNode answer = EventForm.JSON.readTree(migrate());

        assertThat(answer.path("changes")).isNotEmpty();
        assertThat(answer.path("storage").textValue()).doesNotContain(ARN);
        assertThat(secrets.asked())
                .isNotEmpty()
                .allSatisfy(asked -> assertThat(asked)
                        .contains("AWS4-HMAC-SHA256", "/eu-west-1/secretsmanager/aws4_request")
                        .endsWith("secretsmanager.GetSecretValue " + ARN));
    }

    @Test
    void aMissingSecretShouldBeToldWithTheCure() {
        assertThatThrownBy(this::migrate)
                .hasMessageContaining("AWS Secrets Manager does not give the login")
                .hasMessageContaining("secretsManagerSecretId")
                .hasMessageContaining("secretsmanager:GetSecretValue");
    }

    @Test
    void aWrongSecretShouldBeReportedAsARefusedLogin() {
        secrets.put(ARN, user, "another");

        assertThatThrownBy(this::migrate).hasMessageContaining("refuses this user");
    }

    /** The login by IAM that they are to have is Aurora's alone. */
    @Test
    void usersShouldBeMadeOnAuroraAlone() {
        secrets.put(ARN, user, PASSWORD);
        environment.put("ROLLCALL_STORAGE_USERS", "rollcall_uuid,rollcall_server");

        assertThatThrownBy(this::migrate)
                .hasMessageContaining("ROLLCALL_STORAGE_USERS")
                .hasMessageContaining("not of Aurora");
    }

    @Test
    void usersOfOtherNamesShouldBeRefused() {
        secrets.put(ARN, user, PASSWORD);
        environment.put("ROLLCALL_STORAGE_USERS", "root");

        assertThatThrownBy(this::migrate)
                .hasMessageContaining("ROLLCALL_STORAGE_USERS")
                .hasMessageContaining("rollcall_customer");
    }

    private byte[] migrate() throws IOException {
        try (FunctionProcess function = FunctionProcess.start(
                FunctionProcess.unpack("rollcall-lambda-migration.zip"), MigrationHandler.class, environment)) {
            return function.api().invoke(new byte[] {'{', '}'});
        }
    }

    private static void createUser(String name) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        MysqlServer.shared().jdbcUrl(""),
                        MysqlServer.shared().user(),
                        MysqlServer.shared().password());
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE USER `" + name + "` IDENTIFIED BY '" + PASSWORD + "'");
            statement.execute("GRANT ALL ON *.* TO `" + name + "` WITH GRANT OPTION");
        }
    }
}
