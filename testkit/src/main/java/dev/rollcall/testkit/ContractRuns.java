package dev.rollcall.testkit;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import dev.rollcall.rest.Feature;
import dev.rollcall.testkit.architecture.ClassPath;
import dev.rollcall.testkit.contract.StoreContract;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;

/** Finds out which contracts tests run. */
public final class ContractRuns {

    private static final String CORE = "dev.rollcall";
    private static final String TESTKIT = ContractRuns.class.getPackageName();

    private ContractRuns() {}

    /** Looked for once: reading every class takes a while. */
    private static final class Ports {

        static final List<String> NAMES = ClassPath.production(CORE).stream()
                .filter(one -> one.isInterface() && one.getSimpleName().endsWith("Repository"))
                .map(JavaClass::getSimpleName)
                .sorted()
                .toList();
    }

    /** Looked for once, too: the contract of a port stands in the package of its feature. */
    private static final class Contracts {

        static final Map<String, String> NAMES = ClassPath.everything(TESTKIT).stream()
                .filter(one -> one.isInterface() && one.getSimpleName().endsWith("RepositoryContract"))
                .collect(Collectors.toMap(JavaClass::getSimpleName, JavaClass::getName));
    }

    /**
     * The contract of every port: for each interface {@code XRepository} of core, {@code XRepositoryContract} of testkit.
     *
     * @return the contracts, and with them those of the store as a whole and of the services over it
     * @throws AssertionError where a port has no contract
     */
    public static List<Class<?>> contracts() {
        List<Class<?>> contracts = new ArrayList<>(
                List.of(StoreLifecycleContract.class, RollcallContract.class, StoredValuesContract.class));
        Ports.NAMES.forEach(port -> contracts.add(contractOf(port)));
        return contracts;
    }

    /**
     * Demands that each of these tests, one for each store that a backend serves, runs every contract, and that the tests
     * in their packages which run any contract are these and no more: none is forgotten when the list is written.
     *
     * @param tests the tests of the backend's module
     * @throws AssertionError where a test leaves a contract out, or is not in the list
     */
    public static void requireAll(Class<?>... tests) {
        List<String> faults = new ArrayList<>();
        List<Class<?>> contracts = contracts();
        for (Class<?> test : tests) {
            List<Class<?>> run = nested(test).toList();
            contracts.stream()
                    .filter(contract -> run.stream().noneMatch(contract::isAssignableFrom))
                    .forEach(
                            contract -> faults.add(test.getSimpleName() + " does not run " + contract.getSimpleName()));
        }
        Set<String> listed = Stream.of(tests).map(Class::getName).collect(Collectors.toSet());
        Set<String> found = new TreeSet<>(testsIn(packagesOf(tests)));
        found.removeAll(listed);
        found.forEach(test -> faults.add(test + " runs contracts and is not listed"));
        if (tests.length == 0 || !faults.isEmpty()) {
            throw new AssertionError("Not every contract is run by every backend: " + faults);
        }
    }

    /**
     * The contracts of the API, one for each feature: for {@link Feature#UUID}, {@code UuidFeature} of testkit.
     *
     * @return the simple names of the interfaces
     */
    public static Set<String> featureContracts() {
        return Stream.of(Feature.values())
                .map(feature -> feature.name().charAt(0) + feature.toString().substring(1) + "Feature")
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Demands that the nested classes of a test, one for each feature, run the API's contract of every feature.
     *
     * @param test the test
     * @throws AssertionError if the contract of a feature is not run; names the contract
     */
    public static void requireFeatures(Class<?> test) {
        Set<String> missing = featureContracts();
        nested(test)
                .flatMap(one -> Stream.of(one.getInterfaces()))
                .map(Class::getSimpleName)
                .forEach(missing::remove);
        if (!missing.isEmpty()) {
            throw new AssertionError(test.getSimpleName() + " has no nested class that runs " + missing);
        }
    }

    private static Class<?> contractOf(String port) {
        String name = Contracts.NAMES.get(port + "Contract");
        if (name == null) {
            throw new AssertionError("The port " + port + " has no contract: there is no " + port + "Contract in "
                    + TESTKIT + " or beneath it");
        }
        try {
            Class<?> contract = Class.forName(name);
            if (contract.isInterface() && StoreContract.class.isAssignableFrom(contract)) {
                return contract;
            }
        } catch (ClassNotFoundException missing) {
            throw new AssertionError(missing);
        }
        throw new AssertionError(name + " must be an interface that extends StoreContract");
    }

    /** The nested classes of a test that JUnit runs, those that it inherits included. */
    private static Stream<Class<?>> nested(Class<?> test) {
        Class<?> parent = test.getSuperclass();
        Stream<Class<?>> own =
                Stream.of(test.getDeclaredClasses()).filter(one -> one.isAnnotationPresent(Nested.class));
        return parent == null ? own : Stream.concat(own, nested(parent));
    }

    private static String[] packagesOf(Class<?>... tests) {
        return Stream.of(tests).map(Class::getPackageName).distinct().toArray(String[]::new);
    }

    private static Set<String> testsIn(String... packages) {
        JavaClasses classes = ClassPath.everything(packages);
        return classes.stream()
                .filter(one -> one.isAssignableTo(StorageContract.class) || one.isAssignableTo(StoreContract.class))
                .map(ContractRuns::outermost)
                .filter(one -> !one.isInterface() && !one.getModifiers().contains(JavaModifier.ABSTRACT))
                .map(JavaClass::getName)
                .collect(Collectors.toSet());
    }

    private static JavaClass outermost(JavaClass one) {
        return one.getEnclosingClass().map(ContractRuns::outermost).orElse(one);
    }
}
