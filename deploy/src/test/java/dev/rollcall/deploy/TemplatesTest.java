package dev.rollcall.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The templates hold together, each within itself and all of them with each other. */
class TemplatesTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Za-z0-9]+)[^}]*}");
    private static final String STACK = "AWS::CloudFormation::Stack";

    @Test
    void everyReferenceShouldLeadSomewhere() {
        Template.ALL.forEach(TemplatesTest::requireReferences);
    }

    @Test
    void aReferenceToNothingShouldBeSeen() {
        Template broken =
                Template.of("api.yaml", Template.text("api.yaml").replace("!Ref ThrottlingBurst\n", "!Ref Burst\n"));

        assertThatThrownBy(() -> requireReferences(broken))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Burst");
    }

    @Test
    void everyParameterAndConditionShouldBeUsed() {
        for (Template template : Template.ALL) {
            Set<String> used = referred(template);
            assertThat(used)
                    .as(template.file())
                    .containsAll(template.section("Parameters").keySet());
            Set<String> conditions = Stream.concat(conditions(template), nestedConditions(template))
                    .collect(Collectors.toSet());
            assertThat(conditions)
                    .as(template.file())
                    .containsExactlyInAnyOrderElementsOf(
                            template.section("Conditions").keySet());
        }
    }

    @Test
    void everyParameterShouldBeDescribedAndShownInItsGroup() {
        for (Template template : Template.ALL) {
            template.section("Parameters")
                    .forEach((name, parameter) -> assertThat(Template.map(parameter))
                            .as(template.file() + " " + name)
                            .containsKeys("Type", "Description"));
            Map<String, Object> shown =
                    Template.map(template.section("Metadata").get("AWS::CloudFormation::Interface"));
            assertThat(Template.list(shown.get("ParameterGroups")).stream()
                            .flatMap(group -> Template.list(Template.map(group).get("Parameters")).stream())
                            .map(String.class::cast))
                    .as(template.file())
                    .containsExactlyInAnyOrderElementsOf(
                            List.copyOf(template.section("Parameters").keySet()));
            template.section("Outputs")
                    .forEach((name, output) -> assertThat(Template.map(output))
                            .as(template.file() + " " + name)
                            .containsKeys("Value", "Description"));
        }
    }

    @Test
    void everyNestedStackShouldGetItsParametersAndNoOther() {
        for (Template outer : Template.ALL) {
            for (String id : outer.ofType(STACK)) {
                Template inner = Template.named((String) outer.properties(id).get("TemplateURL"));
                assertThat(Template.map(outer.properties(id).get("Parameters")).keySet())
                        .as(id)
                        .isEqualTo(inner.section("Parameters").keySet());
            }
        }
    }

    @Test
    void everyOutputThatIsAskedForShouldBeThere() {
        for (Template outer : Template.ALL) {
            outer.maps()
                    .filter(map -> map.containsKey("Fn::GetAtt"))
                    .map(map -> Template.list(map.get("Fn::GetAtt")))
                    .filter(attribute -> ((String) attribute.getLast()).startsWith("Outputs."))
                    .forEach(attribute -> {
                        Template inner = Template.named((String)
                                outer.properties((String) attribute.getFirst()).get("TemplateURL"));
                        assertThat(inner.section("Outputs"))
                                .containsKey(((String) attribute.getLast()).substring("Outputs.".length()));
                    });
        }
    }

    @Test
    void aParameterOfTheRootShouldTakeWhatTheStackTakesThatItIsFor() {
        for (String id : Template.ROOT.ofType(STACK)) {
            Template inner =
                    Template.named((String) Template.ROOT.properties(id).get("TemplateURL"));
            Map<String, Object> shared = new HashMap<>(inner.section("Parameters"));
            shared.keySet().retainAll(Template.ROOT.section("Parameters").keySet());
            assertThat(Template.ROOT.section("Parameters")).containsAllEntriesOf(shared);
        }
        assertThat(Template.ROOT.section("Rules")).isEqualTo(Template.API.section("Rules"));
    }

    @Test
    void whatKeepsDataShouldOutliveTheStack() {
        assertThat(Template.DATA.resource("Database"))
                .containsEntry("DeletionPolicy", "Snapshot")
                .containsEntry("UpdateReplacePolicy", "Snapshot");
        assertThat(Template.DATA.properties("Database"))
                .containsEntry("ManageMasterUserPassword", true)
                .containsEntry("EnableIAMDatabaseAuthentication", true)
                .containsEntry("StorageEncrypted", true)
                .doesNotContainKey("MasterUserPassword");
        assertThat(Template.DATA.section("Outputs")).containsKey("RDSHost");
        assertThat(Template.ROOT.section("Outputs")).containsKey("RDSHost");
    }

    @Test
    void onlyTheAnswerToCloudFormationShouldBeAllowedByAddress() {
        assertThat(Template.NETWORK.maps().filter(map -> map.containsKey("CidrIp")))
                .singleElement()
                .satisfies(rule -> assertThat(rule)
                        .containsEntry("Description", "The answer to CloudFormation, by the S3 gateway"));
        assertThat(Template.NETWORK.ofType("AWS::EC2::InternetGateway")).isEmpty();
        assertThat(Template.NETWORK.ofType("AWS::EC2::NatGateway")).isEmpty();
    }

    @Test
    void onDynamoDbThereShouldBeNoNetworkAndNoMigration() {
        assertThat(new Deployment(Template.ROOT, Map.of()).resources()).containsOnlyKeys("Data", "Api");
        assertThat(new Deployment(Template.ROOT, Map.of("Storage", "mysql")).resources())
                .containsOnlyKeys("Network", "Data", "Api");
        assertThat(new Deployment(Template.API, Map.of()).resources())
                .doesNotContainKeys("Migration", "MigrationFunction");
        assertThat(new Deployment(Template.API, Map.of("Storage", "mysql")).resources())
                .containsKeys("Migration", "MigrationFunction");
    }

    @Test
    void whereNoMailIsSentThereShouldBeNoWayToIt() {
        assertThat(made("")).noneMatch(id -> id.contains("Outbox") || id.contains("Mail"));
        assertThat(made("ses:eu-west-1")).containsAll(made("")).contains("MailEndpoint", "OutboxSecurityGroup");
    }

    /** The resources of the network. */
    private static List<String> made(String mail) {
        Deployment deployment = new Deployment(Template.NETWORK, Map.of("Mail", mail));
        return Template.NETWORK.resources().keySet().stream()
                .filter(deployment::isMade)
                .toList();
    }

    private static void requireReferences(Template template) {
        Set<String> known = new TreeSet<>(template.resources().keySet());
        known.addAll(template.section("Parameters").keySet());
        assertThat(referred(template)).as(template.file()).isSubsetOf(known);
    }

    /** Whatever is named by Ref, GetAtt, Sub or DependsOn, but for what CloudFormation brings itself. */
    private static Set<String> referred(Template template) {
        Set<String> names = new TreeSet<>();
        template.maps().forEach(map -> {
            if (map.get("Ref") instanceof String name) {
                names.add(name);
            }
            if (map.get("Fn::GetAtt") instanceof List<?> attribute) {
                names.add((String) attribute.getFirst());
            }
            if (map.get("DependsOn") instanceof String name) {
                names.add(name);
            }
            if (map.containsKey("Fn::Sub")) {
                Object argument = map.get("Fn::Sub");
                String text = argument instanceof List<?> list ? (String) list.getFirst() : (String) argument;
                Set<String> own = argument instanceof List<?> list
                        ? Template.map(list.getLast()).keySet()
                        : Set.of();
                PLACEHOLDER
                        .matcher(text)
                        .results()
                        .map(match -> match.group(1))
                        .filter(name -> !own.contains(name))
                        .forEach(names::add);
            }
        });
        // What the transform makes of a function goes by the function's name.
        return names.stream()
                .filter(name -> !name.startsWith("AWS"))
                .map(name -> name.replaceFirst("\\.(Alias|Version)$", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> conditions(Template template) {
        return template.maps()
                .filter(map -> map.get("Condition") instanceof String)
                .map(map -> (String) map.get("Condition"));
    }

    private static Stream<String> nestedConditions(Template template) {
        return template.maps().filter(map -> map.containsKey("Fn::If")).map(map ->
                (String) Template.list(map.get("Fn::If")).getFirst());
    }
}
