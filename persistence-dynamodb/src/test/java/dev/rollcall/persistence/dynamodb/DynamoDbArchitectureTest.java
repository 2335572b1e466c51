package dev.rollcall.persistence.dynamodb;

import com.tngtech.archunit.core.domain.JavaClasses;
import dev.rollcall.testkit.ContractRuns;
import dev.rollcall.testkit.architecture.ArchitectureRule;
import dev.rollcall.testkit.architecture.ClassPath;
import dev.rollcall.testkit.architecture.CodeRules;
import dev.rollcall.testkit.architecture.LayerRules;
import dev.rollcall.testkit.architecture.Monitors;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class DynamoDbArchitectureTest {

    private static final String BACKEND = "dev.rollcall.persistence.dynamodb";
    private static final JavaClasses CLASSES = ClassPath.production(BACKEND);

    static Stream<ArchitectureRule> rules() {
        return Stream.of(LayerRules.backend(BACKEND), List.of(LayerRules.noCycles(BACKEND)), CodeRules.library())
                .flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void backendShouldKeepTo(ArchitectureRule rule) {
        rule.check(CLASSES);
    }

    @Test
    void noClassShouldEnterAMonitor() {
        Monitors.requireNone(CLASSES);
    }

    @Test
    void everyContractShouldRunOnDynamoDb() {
        ContractRuns.requireAll(DynamoDbContractTest.class);
    }
}
