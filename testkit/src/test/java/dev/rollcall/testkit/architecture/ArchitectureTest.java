package dev.rollcall.testkit.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ArchitectureTest {

    private static final JavaClasses CLASSES = ClassPath.production("dev.rollcall");

    static Stream<ArchitectureRule> rules() {
        return Stream.of(
                        LayerRules.core(),
                        LayerRules.rest(),
                        List.of(LayerRules.noCycles("dev.rollcall")),
                        CodeRules.library())
                .flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void coreAndRestShouldKeepTo(ArchitectureRule rule) {
        rule.check(CLASSES);
    }

    @Test
    void testkitShouldHaveNoCycle() {
        JavaClasses testkit = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.rollcall.testkit");
        LayerRules.noCycles("dev.rollcall.testkit").check(testkit);
    }

    @Test
    void noClassShouldEnterAMonitor() {
        Monitors.requireNone(CLASSES);
    }
}
