package dev.rollcall.persistence.mysql;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;

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

final class JooqArchitectureTest {

    private static final String BACKEND = "dev.rollcall.persistence.mysql";
    private static final JavaClasses CLASSES = ClassPath.production(BACKEND, "dev.rollcall.db");

    static Stream<ArchitectureRule> rules() {
        return Stream.of(LayerRules.backend(BACKEND), CodeRules.library()).flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void backendShouldKeepTo(ArchitectureRule rule) {
        rule.check(CLASSES);
    }

    /** The tables that jOOQ generates refer to each other across packages. */
    @Test
    void packagesShouldHaveNoCycle() {
        LayerRules.noCycles(BACKEND).check(CLASSES.that(not(resideInAPackage(BACKEND + ".schema.."))));
    }

    @Test
    void noClassShouldEnterAMonitor() {
        Monitors.requireNone(CLASSES);
    }

    @Test
    void everyContractShouldRunOnEveryDatabase() {
        ContractRuns.requireAll(SqliteContractTest.class, MysqlContractTest.class, MariaDbContractTest.class);
    }
}
