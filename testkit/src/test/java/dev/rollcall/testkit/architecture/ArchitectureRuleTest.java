package dev.rollcall.testkit.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import dev.rollcall.testkit.architecture.offence.Offender;
import dev.rollcall.testkit.architecture.offence.cycle.Outer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ArchitectureRuleTest {

    private static final JavaClasses OFFENDER = ClassPath.everything(Offender.class.getPackageName());

    static List<ArchitectureRule> rules() {
        return CodeRules.library();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aRuleForCodeShouldFindWhoBreaksIt(ArchitectureRule rule) {
        assertThatThrownBy(() -> rule.check(OFFENDER))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Offender");
    }

    @Test
    void noCyclesShouldFindPackagesThatDependOnEachOther() {
        assertThatThrownBy(
                        () -> LayerRules.noCycles(Outer.class.getPackageName()).check(OFFENDER))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Cycle detected");
    }

    @Test
    void monitorsShouldBeFoundInTheMiddleOfAMethod() {
        assertThatThrownBy(() -> Monitors.requireNone(OFFENDER))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Offender")
                .hasMessageContaining("clock()")
                .hasMessageNotContaining("random()");
    }

    @Test
    void checkShouldFailWhenAPackageIsMissing() {
        ArchitectureRule rule = new ArchitectureRule(
                noClasses().should().dependOnClassesThat().resideInAPackage("dev.rollcall.nowhere"),
                List.of("dev.rollcall.guid", "dev.rollcall.nowhere"));

        assertThatThrownBy(() -> rule.check(OFFENDER))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("[dev.rollcall.nowhere]");
    }

    @Test
    void productionShouldFailWhenAPackageIsMissing() {
        assertThatThrownBy(() -> ClassPath.production("dev.rollcall.guid", "dev.rollcall.nowhere"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("dev.rollcall.nowhere");
    }
}
