package dev.rollcall.testkit.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.Locations;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/**
 * A rule of the architecture, with the packages that it names. A rule whose package is missing would pass in silence, after a
 * renaming for instance; this one fails.
 *
 * @param rule the rule
 * @param packages the packages that it names, without wild cards
 */
public record ArchitectureRule(ArchRule rule, List<String> packages) {

    /** Copies the packages. */
    public ArchitectureRule {
        packages = List.copyOf(packages);
    }

    /**
     * Checks the rule.
     *
     * @param classes the classes that it is about
     * @throws AssertionError where a class breaks it, or a package that it names is not on the class path
     */
    public void check(JavaClasses classes) {
        List<String> missing = packages.stream()
                .filter(name -> Locations.ofPackage(name).isEmpty())
                .toList();
        if (!missing.isEmpty()) {
            throw new AssertionError(
                    "The rule '" + rule.getDescription() + "' names packages that are not there: " + missing);
        }
        rule.check(classes);
    }

    /** The rule's sentence. */
    @Override
    public String toString() {
        return rule.getDescription();
    }
}
