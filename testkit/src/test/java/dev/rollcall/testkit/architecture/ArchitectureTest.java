package dev.rollcall.testkit.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ArchitectureTest {

    private static final JavaClasses CLASSES = ClassPath.production("dev.rollcall");

    static Stream<ArchitectureRule> rules() {
        return Stream.of(LayerRules.core(), LayerRules.rest(), CodeRules.library())
                .flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void coreAndRestShouldKeepTo(ArchitectureRule rule) {
        rule.check(CLASSES);
    }

    @Test
    void noClassShouldEnterAMonitor() {
        Monitors.requireNone(CLASSES);
    }
}
