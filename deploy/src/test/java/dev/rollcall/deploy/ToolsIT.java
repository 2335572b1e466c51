package dev.rollcall.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.testkit.node.NodeTools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** CloudFormation's published schemas, CDK and the Serverless Framework on the templates, and on ones with a fault each. */
class ToolsIT {

    private static final NodeTools TOOLS = new NodeTools(Template.FOLDER.resolve("check"), "The templates are checked");

    @TempDir
    private Path copy;

    @BeforeAll
    static void install() {
        TOOLS.install();
    }

    @Test
    void theSchemasShouldHaveNothingAgainstTheTemplates() {
        assertThat(TOOLS.run("check-schemas.mjs", Template.FOLDER)).isEqualTo(NodeTools.Result.NO_FAULT);
    }

    @Test
    void cdkShouldIncludeTheTemplates() {
        assertThat(TOOLS.run("check-include.mjs", Template.FOLDER)).isEqualTo(NodeTools.Result.NO_FAULT);
    }

    @Test
    void serverlessShouldPackageTheService() {
        assertThat(TOOLS.run("check-serverless.mjs", Template.FOLDER)).isEqualTo(NodeTools.Result.NO_FAULT);
    }

    @Test
    void everyFaultShouldBeFound() throws IOException {
        breakCopy("api.yaml", "ProtocolType: HTTP", "ProtocolKind: HTTP");
        breakCopy("api.yaml", "SnapStart: { ApplyOn: None }", "SnapStart: { ApplyOn: None }\n      Fast: true");
        breakCopy("api.yaml", "!GetAtt ApiLogs.Arn", "!GetAtt ApiLogs.Name");
        breakCopy("data.yaml", "AttributeName: expires_at, Enabled: true", "AttributeName: expires_at");
        breakCopy("data.yaml", "BackupRetentionPeriod: !Ref BackupDays", "BackupRetentionPeriod: [7]");
        breakCopy("network.yaml", "EnableDnsSupport: true", "EnableDnsSupport: perhaps");
        breakCopy("network.yaml", "VpcEndpointType: Gateway", "VpcEndpointType: Door");
        breakCopy("network.yaml", "Type: AWS::EC2::RouteTable", "Type: AWS::EC2::Roots");

        NodeTools.Result result = TOOLS.run("check-schemas.mjs", copy);

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.complaints().lines())
                .contains(
                        "api.yaml: Api: there is no property ProtocolKind",
                        "api.yaml: MigrationFunction: AWS::Serverless::Function has no property Fast that this check knows",
                        "api.yaml: Resources.Stage.Properties.AccessLogSettings.DestinationArn: AWS::Logs::LogGroup has no"
                                + " attribute Name",
                        "data.yaml: GuidsTable.TimeToLiveSpecification: Enabled is required",
                        "data.yaml: Database.BackupRetentionPeriod: must be an integer, not [7]",
                        "network.yaml: Vpc.EnableDnsSupport: must be a boolean, not \"perhaps\"",
                        "network.yaml: AnswerEndpoint.VpcEndpointType: must be one of Interface, Gateway,"
                                + " GatewayLoadBalancer, ServiceNetwork, Resource, Tunnel, not \"Door\"",
                        "network.yaml: Routes: there is no resource type AWS::EC2::Roots",
                        "8 faults");
    }

    @Test
    void cdkShouldRefuseWhatTheStacksDoNotHandOn() throws IOException {
        breakCopy("root.yaml", "!GetAtt Data.Outputs.RDSHost", "!GetAtt Date.Outputs.RDSHost");

        NodeTools.Result result = TOOLS.run("check-include.mjs", copy);

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.complaints()).contains("'Date'");
    }

    @Test
    void serverlessShouldRefuseWhatItDoesNotKnow() throws IOException {
        breakCopy("serverless.yml", "disableLogs: true", "disableLog: true");

        NodeTools.Result result = TOOLS.run("check-serverless.mjs", copy);

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.complaints()).contains("disableLog");
    }

    @Test
    void serverlessShouldHaveTheRoutesOfTheTemplate() throws IOException {
        breakCopy("serverless.js", "AuthorizationType === 'NONE'", "RouteKey.startsWith('ANY /number')");

        NodeTools.Result result = TOOLS.run("check-serverless.mjs", copy);

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.complaints())
                .contains(
                        "there is no route ANY /numbers, closed, to number",
                        "api.yaml has no route ANY /numbers, open, to number",
                        "there is no route ANY /rsvp/{proxy+}, open, to rsvp");
    }

    private void breakCopy(String file, String right, String wrong) throws IOException {
        if (Files.notExists(copy.resolve(file))) {
            try (Stream<Path> files = Files.list(Template.FOLDER)) {
                for (Path one : files.filter(path -> path.toString().matches(".*\\.(ya?ml|js)"))
                        .toList()) {
                    Files.copy(one, copy.resolve(one.getFileName()));
                }
            }
        }
        String text = Files.readString(copy.resolve(file));
        assertThat(List.of(text)).as(file).allMatch(one -> one.contains(right));
        Files.writeString(copy.resolve(file), text.replace(right, wrong));
    }
}
