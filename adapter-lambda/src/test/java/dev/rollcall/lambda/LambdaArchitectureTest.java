package dev.rollcall.lambda;

import com.tngtech.archunit.core.domain.JavaClasses;
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

final class LambdaArchitectureTest {

    private static final String ADAPTER = "dev.rollcall.lambda";
    private static final JavaClasses CLASSES = ClassPath.production(ADAPTER);

    static Stream<ArchitectureRule> rules() {
        return Stream.of(LayerRules.adapter(ADAPTER), CodeRules.everywhere(), List.of(CodeRules.NO_STANDARD_STREAMS))
                .flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void adapterShouldKeepTo(ArchitectureRule rule) {
        rule.check(CLASSES);
    }

    @Test
    void noClassShouldEnterAMonitor() {
        Monitors.requireNone(CLASSES);
    }
}
