package dev.rollcall.testkit.architecture;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** What Rollcall's classes on the class path are. */
public final class ClassPath {

    private static final String TESTKIT = "dev.rollcall.testkit";

    private ClassPath() {}

    /**
     * The classes of a package and all beneath it, without tests and testkit.
     *
     * @param packages the packages, such as {@code dev.rollcall}
     * @return the classes; never none
     * @throws AssertionError where a package has no classes
     */
    public static JavaClasses production(String... packages) {
        // What these classes know of others is their names: there is no need to read the JDK.
        JavaClasses classes = ArchConfiguration.withThreadLocalScope(configuration -> {
            configuration.setResolveMissingDependenciesFromClassPath(false);
            return new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages(packages);
        });
        return some(
                classes.that(DescribedPredicate.describe(
                        "production", one -> !one.getPackageName().startsWith(TESTKIT))),
                packages);
    }

    /**
     * The classes of a package and all beneath it, tests and testkit included.
     *
     * @param packages the packages
     * @return the classes; never none
     * @throws AssertionError where a package has no classes
     */
    public static JavaClasses everything(String... packages) {
        return some(new ClassFileImporter().importPackages(packages), packages);
    }

    private static JavaClasses some(JavaClasses classes, String... packages) {
        for (String name : packages) {
            if (classes.stream().noneMatch(one -> isWithin(one, name))) {
                throw new AssertionError("There are no classes in " + name + " or beneath it.");
            }
        }
        return classes;
    }

    private static boolean isWithin(JavaClass one, String name) {
        return one.getPackageName().equals(name) || one.getPackageName().startsWith(name + ".");
    }
}
