package dev.rollcall.http;

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

final class HttpArchitectureTest {

    private static final String ADAPTER = "dev.rollcall.http";
    private static final JavaClasses CLASSES = ClassPath.production(ADAPTER);

    static Stream<ArchitectureRule> rules() {
        return Stream.of(LayerRules.adapter(ADAPTER), CodeRules.everywhere()).flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void adapterShouldKeepTo(ArchitectureRule rule) {
        rule.check(CLASSES);
    }

    /** The module mail has no tests of its own that know testkit. */
    @Test
    void mailShouldHaveNoCycle() {
        LayerRules.noCycles("dev.rollcall.mail").check(ClassPath.production("dev.rollcall.mail"));
    }

    @Test
    void noClassShouldEnterAMonitor() {
        Monitors.requireNone(CLASSES);
    }
}
