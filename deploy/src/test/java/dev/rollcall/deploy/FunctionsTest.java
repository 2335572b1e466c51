package dev.rollcall.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.rest.Feature;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each function serves its system, by its role, and requests come to the function that answers them. */
class FunctionsTest {

    private static final String FUNCTION = "AWS::Serverless::Function";
    private static final String OUTBOX = "OutboxOn";
    private static final String SWEEP = "SweepOnMysql";
    private static final Map<String, String> MAILING = Map.of("Mail", "ses:eu-west-1", "MailFrom", "rsvp@example.org");

    /** Each feature, and the server's own pages. */
    private static final Set<String> SYSTEMS = Stream.concat(
                    Stream.of("none"), Stream.of(Feature.values()).map(Feature::toString))
            .collect(Collectors.toSet());

    /** A token or a password is sent to nobody but the database, by the certificates that lie in the zip. */
    @Test
    void onMysqlEveryFunctionShouldVerifyTheDatabase() {
        Deployment deployment = deployment("mysql");
        String migration =
                variables(deployment.resources().get("MigrationFunction")).get("ROLLCALL_STORAGE");

        for (String url : List.of(global("ROLLCALL_STORAGE", deployment), migration)) {
            assertThat(url.substring(url.indexOf('?') + 1).split("&"))
                    .contains(
                            "sslMode=VERIFY_IDENTITY",
                            "trustCertificateKeyStoreUrl=file:/var/task/rds-ca.p12",
                            "trustCertificateKeyStoreType=PKCS12");
        }
        assertThat(Template.text("api.yaml")).doesNotContain("sslMode=REQUIRED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dynamodb", "mysql"})
    void eachSystemShouldHaveAFunctionWithItsOwnRoleAndLogGroup(String storage) {
        Deployment deployment = deployment(storage);
        Map<String, String> roles = new HashMap<>();
        Map<String, String> logs = new HashMap<>();
        for (String id : systems(deployment)) {
            Map<String, Object> function = deployment.resources().get(id);
            roles.put(variables(function).get("ROLLCALL_FEATURES"), (String) function.get("Role"));
            logs.put((String) function.get("Role"), (String)
                    Template.map(function.get("LoggingConfig")).get("LogGroup"));
        }

        assertThat(roles).containsOnlyKeys(SYSTEMS);
        assertThat(roles.values()).doesNotHaveDuplicates();
        logs.forEach((role, group) -> assertThat(role).isEqualTo(group.replace("Logs", "Role.Arn")));
        assertThat(logs).hasSize(SYSTEMS.size());
        assertThat(Template.API.section("Outputs"))
                .containsKeys(systems(deployment).stream()
                        .map(id -> id.replaceFirst("On.*", "Function"))
                        .toArray(String[]::new));
    }

    @Test
    void onDynamoDbFunctionsShouldBeOutsideOfAnyNetwork() {
        Deployment deployment = new Deployment(Template.API, Map.of());

        assertThat(deployment.made(FUNCTION))
                .hasSize(SYSTEMS.size())
                .allSatisfy(id -> assertThat(deployment.resources().get(id))
                        .doesNotContainKey("VpcConfig")
                        .containsEntry("CodeUri", "../adapter-lambda/target/rollcall-lambda-dynamodb.zip"));
        assertThat(global("ROLLCALL_STORAGE", deployment)).isEqualTo("dynamodb:eu-west-1?prefix=rollcall-");
    }

    @Test
    void onMysqlFunctionsShouldLogInByTokenAndComeAfterTheMigration() {
        Deployment deployment = deployment("mysql");

        for (String id : systems(deployment)) {
            Map<String, Object> function = deployment.resources().get(id);
            String system = variables(function).get("ROLLCALL_FEATURES").replace("none", "server");
            assertThat(variables(function)).containsEntry("ROLLCALL_STORAGE_USER", "rollcall_" + system);
            assertThat(Template.API.resource(id)).containsEntry("DependsOn", "Migration");
            assertThat(function)
                    .containsKey("VpcConfig")
                    .containsEntry("CodeUri", "../adapter-lambda/target/rollcall-lambda-mysql.zip");
        }
        assertThat(global("ROLLCALL_STORAGE", deployment))
                .startsWith("jdbc:aws-wrapper:mysql://")
                .contains("iam");
        assertThat(variables(deployment.resources().get("MigrationFunction"))
                        .get("ROLLCALL_STORAGE_USERS")
                        .split(","))
                .containsExactlyInAnyOrderElementsOf(Stream.concat(Stream.of("outbox", "sweep"), SYSTEMS.stream())
                        .map(system -> "rollcall_" + system.replace("none", "server"))
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"dynamodb", "mysql"})
    void mailShouldBeSentEveryMinuteWhereItIsAskedFor(String storage) {
        assertThat(deployment(storage).resources().keySet()).noneMatch(id -> id.startsWith("Outbox"));
        Map<String, String> parameters = new HashMap<>(MAILING);
        parameters.put("Storage", storage);
        parameters.put("OutboxSecurityGroup", "the-group");
        Deployment deployment = new Deployment(Template.API, parameters);
        String id = deployment.made(FUNCTION).stream()
                .filter(one -> one.startsWith(OUTBOX))
                .findFirst()
                .orElseThrow();
        Map<String, Object> function = deployment.resources().get(id);

        assertThat(function)
                .containsEntry("Handler", "dev.rollcall.lambda.OutboxHandler")
                .containsEntry("Role", "OutboxRole.Arn")
                .containsEntry("LoggingConfig", Map.of("LogGroup", "OutboxLogs"))
                .containsEntry("CodeUri", "../adapter-lambda/target/rollcall-lambda-" + storage + ".zip");
        assertThat(variables(function))
                .containsEntry("ROLLCALL_MAIL", "ses:eu-west-1")
                .containsEntry("ROLLCALL_MAIL_FROM", "rsvp@example.org")
                .containsEntry("ROLLCALL_PUBLIC_URL", "Api.ApiEndpoint")
                .doesNotContainKey("ROLLCALL_FEATURES");
        if (storage.equals("mysql")) {
            assertThat(variables(function)).containsEntry("ROLLCALL_STORAGE_USER", "rollcall_outbox");
            assertThat(Template.API.resource(id)).containsEntry("DependsOn", "Migration");
            assertThat(Template.map(function.get("VpcConfig"))).containsEntry("SecurityGroupIds", List.of("the-group"));
        } else {
            assertThat(function).doesNotContainKey("VpcConfig");
        }
        Map<String, Object> schedule = deployment.resources().get("OutboxSchedule");
        assertThat(schedule).containsEntry("ScheduleExpression", "rate(1 minute)");
        assertThat(Template.list(schedule.get("Targets")))
                .singleElement()
                .satisfies(target -> assertThat(Template.map(target)).containsEntry("Arn", id + ".Alias"));
        assertThat(deployment.resources().get("OutboxPermission"))
                .containsEntry("FunctionName", id + ".Alias")
                .containsEntry("Principal", "events.amazonaws.com")
                .containsEntry("SourceArn", "OutboxSchedule.Arn");
    }

    /** DynamoDB removes them by itself. */
    @Test
    void expiredGuidsShouldBeRemovedEveryDayOnMysqlAlone() {
        assertThat(deployment("dynamodb").resources().keySet()).noneMatch(id -> id.startsWith("Sweep"));
        Deployment deployment = deployment("mysql");

        assertThat(deployment.resources().get(SWEEP))
                .containsEntry("Handler", "dev.rollcall.lambda.SweepHandler")
                .containsEntry("Role", "SweepRole.Arn")
                .containsEntry("LoggingConfig", Map.of("LogGroup", "SweepLogs"))
                .containsEntry("CodeUri", "../adapter-lambda/target/rollcall-lambda-mysql.zip")
                .containsKey("VpcConfig");
        assertThat(variables(deployment.resources().get(SWEEP)))
                .containsEntry("ROLLCALL_STORAGE_USER", "rollcall_sweep")
                .doesNotContainKey("ROLLCALL_FEATURES");
        assertThat(Template.API.resource(SWEEP)).containsEntry("DependsOn", "Migration");
        Map<String, Object> schedule = deployment.resources().get("SweepSchedule");
        assertThat(schedule).containsEntry("ScheduleExpression", "rate(1 day)");
        assertThat(Template.list(schedule.get("Targets")))
                .singleElement()
                .satisfies(target -> assertThat(Template.map(target)).containsEntry("Arn", SWEEP + ".Alias"));
        assertThat(deployment.resources().get("SweepPermission"))
                .containsEntry("FunctionName", SWEEP + ".Alias")
                .containsEntry("Principal", "events.amazonaws.com")
                .containsEntry("SourceArn", "SweepSchedule.Arn");
    }

    @Test
    void linksInMailsShouldLeadWhereTheParameterSays() {
        Map<String, String> parameters = new HashMap<>(MAILING);
        parameters.put("PublicUrl", "https://rollcall.example.org");
        Deployment deployment = new Deployment(Template.API, parameters);

        assertThat(variables(deployment.resources().get("OutboxOnDynamoDb")))
                .containsEntry("ROLLCALL_PUBLIC_URL", "https://rollcall.example.org");
    }

    @Test
    void noVariableShouldHoldASecret() {
        assertThat(Template.ALL.stream().flatMap(template -> template.maps()).flatMap(map -> map.keySet().stream()))
                .doesNotContain("MasterUserPassword", "ROLLCALL_STORAGE_PASSWORD");
        assertThat(Template.ALL)
                .allSatisfy(template -> assertThat(Template.text(template.file()))
                        .doesNotContain("resolve:secretsmanager")
                        .doesNotContain("ManagedPolicyArns"));
    }

    @Test
    void whateverAParameterSaysOfAFunctionShouldMakeAnotherVersion() {
        for (String id : Template.API.ofType(FUNCTION)) {
            assertThat(Template.API.properties(id).get("VersionDescription"))
                    .isEqualTo(Map.of(
                            "Fn::Sub",
                            "${Runtime}, ${MemorySize} MB, ${Storage} ${TablePrefix}${RDSHost}"
                                    + (id.startsWith(OUTBOX) ? ", ${Mail} ${MailFrom} ${PublicUrl}" : "")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dynamodb", "mysql"})
    void everyOperationShouldComeToTheFunctionThatServesIt(String storage) {
        ApiRoutes routes = ApiRoutes.of(deployment(storage));
        for (Feature feature : Feature.values()) {
            assertThat(ApiRoutes.served(Set.of(feature)))
                    .allSatisfy(path ->
                            assertThat(routes.of(path).feature()).as(path).isEqualTo(feature.toString()));
        }
        assertThat(ApiRoutes.served(Set.of()))
                .allSatisfy(
                        path -> assertThat(routes.of(path).feature()).as(path).isEqualTo("none"));
    }

    @Test
    void onlyTheApiShouldCallTheAliasesAndOnlyTheyShouldBeCalled() {
        Deployment deployment = new Deployment(Template.API, Map.of());
        List<Map<String, Object>> permissions = deployment.made("AWS::Lambda::Permission").stream()
                .map(id -> deployment.resources().get(id))
                .toList();

        assertThat(permissions)
                .hasSize(SYSTEMS.size())
                .allSatisfy(permission -> assertThat(permission)
                        .containsEntry("Principal", "apigateway.amazonaws.com")
                        .containsEntry("SourceArn", "arn:aws:execute-api:eu-west-1:111122223333:Api/*"));
        assertThat(permissions.stream().map(permission -> permission.get("FunctionName")))
                .containsExactlyInAnyOrderElementsOf(deployment.made("AWS::ApiGatewayV2::Integration").stream()
                        .map(id -> deployment.resources().get(id).get("IntegrationUri"))
                        .toList())
                .allMatch(alias -> ((String) alias).endsWith(".Alias"));
    }

    private static Deployment deployment(String storage) {
        return new Deployment(Template.API, Map.of("Storage", storage));
    }

    private static List<String> systems(Deployment deployment) {
        return deployment.made(FUNCTION).stream()
                .filter(id -> !id.equals("MigrationFunction") && !id.equals(SWEEP))
                .toList();
    }

    private static Map<String, String> variables(Map<String, Object> function) {
        Map<String, String> variables = new HashMap<>();
        Template.map(Template.map(function.get("Environment")).get("Variables"))
                .forEach((name, value) -> variables.put(name, (String) value));
        return variables;
    }

    private static String global(String variable, Deployment deployment) {
        Map<String, Object> function =
                Template.map(Template.API.section("Globals").get("Function"));
        return (String) deployment
                .valueOf(Template.map(Template.map(function.get("Environment")).get("Variables"))
                        .get(variable))
                .orElseThrow();
    }
}
