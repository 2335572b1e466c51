package dev.rollcall.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.rest.Feature;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What each role may do, in full: what is here and not in the template is missing, and the other way round too much. */
class RolesTest {

    private static final String ON_DYNAMODB = """
            uuid
            may logs:CreateLogStream logs:PutLogEvents on UuidLogs.Arn
            may dynamodb:GetItem dynamodb:PutItem on dynamodb:table/rollcall-uuid_batches
            may dynamodb:DeleteItem dynamodb:GetItem dynamodb:PutItem dynamodb:UpdateItem on dynamodb:table/rollcall-uuids

            guid
            may logs:CreateLogStream logs:PutLogEvents on GuidLogs.Arn
            may dynamodb:DeleteItem dynamodb:GetItem dynamodb:PutItem on dynamodb:table/rollcall-guids
            may dynamodb:Query on dynamodb:table/rollcall-guids/index/by_user

            rsvp
            may logs:CreateLogStream logs:PutLogEvents on RsvpLogs.Arn
            may dynamodb:GetItem on dynamodb:table/rollcall-answer_links
            may dynamodb:PutItem dynamodb:Query on dynamodb:table/rollcall-answers
            may dynamodb:BatchGetItem dynamodb:ConditionCheckItem dynamodb:DeleteItem dynamodb:GetItem dynamodb:PutItem dynamodb:Scan on dynamodb:table/rollcall-events
            may dynamodb:Query on dynamodb:table/rollcall-events/index/by_organizer
            may dynamodb:BatchGetItem dynamodb:PutItem dynamodb:Query on dynamodb:table/rollcall-invitations
            may dynamodb:Query on dynamodb:table/rollcall-invitations/index/by_guest
            may dynamodb:BatchGetItem dynamodb:ConditionCheckItem dynamodb:PutItem on dynamodb:table/rollcall-outbox
            may dynamodb:DeleteItem dynamodb:GetItem dynamodb:PutItem on dynamodb:table/rollcall-secret_links
            may dynamodb:DeleteItem dynamodb:PutItem on dynamodb:table/rollcall-user_emails
            may dynamodb:ConditionCheckItem dynamodb:DeleteItem dynamodb:GetItem dynamodb:PutItem dynamodb:Scan dynamodb:UpdateItem on dynamodb:table/rollcall-users
            may dynamodb:DeleteItem dynamodb:PutItem dynamodb:Query on dynamodb:table/rollcall-waitlist

            customer
            may logs:CreateLogStream logs:PutLogEvents on CustomerLogs.Arn
            may dynamodb:DeleteItem dynamodb:GetItem dynamodb:PutItem on dynamodb:table/rollcall-customer_ids

            number
            may logs:CreateLogStream logs:PutLogEvents on NumberLogs.Arn
            may dynamodb:PutItem dynamodb:Scan on dynamodb:table/rollcall-Numbers

            outbox
            may logs:CreateLogStream logs:PutLogEvents on OutboxLogs.Arn
            may dynamodb:BatchWriteItem on dynamodb:table/rollcall-answer_links
            may dynamodb:PutItem on dynamodb:table/rollcall-answers
            may dynamodb:BatchGetItem dynamodb:GetItem dynamodb:PutItem on dynamodb:table/rollcall-events
            may dynamodb:BatchGetItem dynamodb:PutItem dynamodb:Query on dynamodb:table/rollcall-invitations
            may dynamodb:BatchGetItem dynamodb:DeleteItem dynamodb:PutItem on dynamodb:table/rollcall-outbox
            may dynamodb:Query on dynamodb:table/rollcall-outbox/index/by_due
            may dynamodb:GetItem on dynamodb:table/rollcall-users
            may dynamodb:DeleteItem dynamodb:Query on dynamodb:table/rollcall-waitlist
            may ses:SendRawEmail on ses:*:111122223333:identity/*

            server
            may logs:CreateLogStream logs:PutLogEvents on ServerLogs.Arn
            may dynamodb:DescribeTable on dynamodb:table/rollcall-Numbers
            may dynamodb:DescribeTable on dynamodb:table/rollcall-answer_links
            may dynamodb:DescribeTable on dynamodb:table/rollcall-answers
            may dynamodb:DescribeTable on dynamodb:table/rollcall-customer_ids
            may dynamodb:DescribeTable on dynamodb:table/rollcall-events
            may dynamodb:DescribeTable dynamodb:DescribeTimeToLive on dynamodb:table/rollcall-guids
            may dynamodb:DescribeTable on dynamodb:table/rollcall-invitations
            may dynamodb:DescribeTable on dynamodb:table/rollcall-outbox
            may dynamodb:DescribeTable on dynamodb:table/rollcall-secret_links
            may dynamodb:DescribeTable on dynamodb:table/rollcall-user_emails
            may dynamodb:DescribeTable on dynamodb:table/rollcall-users
            may dynamodb:DescribeTable on dynamodb:table/rollcall-uuid_batches
            may dynamodb:DescribeTable on dynamodb:table/rollcall-uuids
            may dynamodb:DescribeTable on dynamodb:table/rollcall-waitlist
            """;

    /** Interfaces of a network can be had for everything or not at all, and the code may not use that right. */
    private static final String ON_MYSQL = """
            may logs:CreateLogStream logs:PutLogEvents on %sLogs.Arn
            may ec2:AssignPrivateIpAddresses ec2:CreateNetworkInterface ec2:DeleteNetworkInterface ec2:DescribeNetworkInterfaces ec2:DescribeSubnets ec2:UnassignPrivateIpAddresses on *
            may %s
            may not ec2:* on *
            """;

    private static final Map<String, String> MAILING = Map.of("Mail", "ses:eu-west-1", "MailFrom", "rsvp@example.org");

    /** Each feature, and what else has a role on every storage. */
    private static final List<String> SYSTEMS = Stream.concat(
                    Stream.of(Feature.values()).map(Feature::toString), Stream.of("outbox", "server"))
            .toList();

    @Test
    void onDynamoDbEachRoleShouldHaveTheRightsOfItsSystemAndNoOther() {
        Deployment deployment = new Deployment(Template.API, MAILING);

        assertThat(SYSTEMS.stream()
                        .map(system -> system + "\n" + sorted(Rights.of(deployment, capitalized(system) + "Role")))
                        .collect(Collectors.joining("\n")))
                .isEqualTo(ON_DYNAMODB);
        assertThat(deployment.made("AWS::IAM::Role")).hasSize(SYSTEMS.size());
    }

    @Test
    void onMysqlEachRoleShouldLogInAsItsOwnUserAndNoOther() {
        Deployment deployment = new Deployment(
                Template.API,
                Map.of(
                        "Storage",
                        "mysql",
                        "DatabaseResourceId",
                        "cluster-1",
                        "DatabaseSecretArn",
                        "the-secret",
                        "Mail",
                        "ses:eu-west-1",
                        "MailFrom",
                        "rsvp@example.org"));

        SYSTEMS.forEach(system -> assertThat(sorted(Rights.of(deployment, capitalized(system) + "Role"))
                        .replace("may ses:SendRawEmail on ses:*:111122223333:identity/*\n", ""))
                .isEqualTo(ON_MYSQL.formatted(
                        capitalized(system), "rds-db:connect on rds-db:dbuser:cluster-1/rollcall_" + system)));
        assertThat(sorted(Rights.of(deployment, "OutboxRole")))
                .contains("may ses:SendRawEmail on ses:*:111122223333:identity/*\n");
        assertThat(sorted(Rights.of(deployment, "SweepRole")))
                .isEqualTo(ON_MYSQL.formatted("Sweep", "rds-db:connect on rds-db:dbuser:cluster-1/rollcall_sweep"));
        assertThat(sorted(Rights.of(deployment, "MigrationRole")))
                .isEqualTo(ON_MYSQL.formatted("Migration", "secretsmanager:GetSecretValue on the-secret"));
        assertThat(deployment.made("AWS::IAM::Role")).hasSize(SYSTEMS.size() + 2);
    }

    /** From another address than the deployment's own nothing may be sent. */
    @Test
    void mailShouldBeFromTheSenderAlone() {
        assertThat(new Deployment(Template.API, MAILING)
                        .resources()
                        .get("OutboxRole")
                        .toString())
                .contains("Action=ses:SendRawEmail", "Condition={StringEquals={ses:FromAddress=rsvp@example.org}}");
    }

    @Test
    void onlyLambdaShouldTakeARole() {
        Deployment deployment = new Deployment(Template.API, Map.of("Storage", "mysql"));

        for (String role : deployment.made("AWS::IAM::Role")) {
            Map<String, Object> properties = deployment.resources().get(role);
            assertThat(properties.get("AssumeRolePolicyDocument").toString())
                    .isEqualTo(
                            "{Version=2012-10-17, Statement=[{Effect=Allow, Principal={Service=lambda.amazonaws.com},"
                                    + " Action=sts:AssumeRole}]}");
            assertThat(properties).doesNotContainKeys("ManagedPolicyArns", "RoleName");
        }
    }

    @Test
    void aRoleThatIsWiderShouldBeSeen() {
        Template wider = Template.of(
                "api.yaml",
                Template.text("api.yaml")
                        .replace(
                                "[dynamodb:GetItem, dynamodb:PutItem, dynamodb:DeleteItem]\n",
                                "[dynamodb:GetItem, dynamodb:PutItem, dynamodb:DeleteItem, dynamodb:Scan]\n"));

        assertThatThrownBy(() -> assertThat(sorted(Rights.of(new Deployment(wider, Map.of()), "CustomerRole")))
                        .isEqualTo(customer()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("dynamodb:Scan");
        assertThat(sorted(Rights.of(new Deployment(Template.API, Map.of()), "CustomerRole")))
                .isEqualTo(customer());
    }

    private static String capitalized(String system) {
        return system.substring(0, 1).toUpperCase(Locale.ROOT) + system.substring(1);
    }

    private static String customer() {
        return ON_DYNAMODB.substring(
                ON_DYNAMODB.indexOf("customer\n") + "customer\n".length(), ON_DYNAMODB.indexOf("\nnumber\n"));
    }

    /** Its logs first, then the tables by name. */
    private static String sorted(Rights rights) {
        return rights.table()
                .lines()
                .sorted((one, other) -> Boolean.compare(other.contains("logs:"), one.contains("logs:")))
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
