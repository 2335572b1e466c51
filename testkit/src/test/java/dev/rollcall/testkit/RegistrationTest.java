package dev.rollcall.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import dev.rollcall.Rollcall;
import dev.rollcall.expiry.Sweepable;
import dev.rollcall.memory.InMemoryStore;
import dev.rollcall.rest.Feature;
import dev.rollcall.storage.Repositories;
import dev.rollcall.storage.Store;
import dev.rollcall.testkit.architecture.ClassPath;
import dev.rollcall.testkit.fault.WatchedStore;
import dev.rollcall.testkit.fixture.Assorted;
import dev.rollcall.testkit.fixture.Fresh;
import dev.rollcall.transfer.NamedStore;
import dev.rollcall.transfer.RecordType;
import dev.rollcall.transfer.codec.RecordCodec;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** That every part of a feature is registered where it must be. Each test names what is missing. */
final class RegistrationTest {

    private static final JavaClasses CLASSES = ClassPath.production("dev.rollcall");
    private static final Set<String> PORTS = names(CLASSES.stream()
            .filter(one -> one.isInterface() && one.getSimpleName().endsWith("Repository")));

    @Test
    void everyPortShouldBeInRepositories() {
        assertThat(PORTS).isNotEmpty().isEqualTo(componentTypes());
    }

    @Test
    void everyServiceShouldBeInRollcallAndServed() {
        Set<String> services = names(CLASSES.stream().filter(RegistrationTest::isService));
        Set<String> accessors = Stream.of(Rollcall.class.getMethods())
                .map(method -> method.getReturnType().getName())
                .filter(services::contains)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(services).isNotEmpty().isEqualTo(accessors);

        Set<String> served = CLASSES.stream()
                .filter(RegistrationTest::isInRest)
                .flatMap(one -> one.getDirectDependenciesFromSelf().stream())
                .map(dependency -> dependency.getTargetClass().getName())
                .filter(services::contains)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(services).isEqualTo(served);
    }

    @Test
    void everyPartOfTheApiShouldBeInFeature() {
        Set<String> parts = names(CLASSES.stream().filter(one -> implementsOneNamed(one, "FeatureApi")));
        assertThat(parts).isNotEmpty().isEqualTo(madeBy(one -> one.isEquivalentTo(Feature.class), parts));
    }

    @Test
    void everyFeatureShouldHaveAnApiContract() {
        Set<String> contracts = Stream.of(ApiContract.class.getInterfaces())
                .map(Class::getSimpleName)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(contracts).containsAll(ContractRuns.featureContracts());
    }

    @Test
    void everyEndpointShouldBeServed() {
        Set<String> endpoints = names(CLASSES.stream().filter(one -> implementsOneNamed(one, "Endpoint")));
        assertThat(endpoints)
                .isNotEmpty()
                .isEqualTo(madeBy(
                        one -> implementsOneNamed(one, "FeatureApi")
                                || one.getSimpleName().equals("RollcallApi"),
                        endpoints));
    }

    @Test
    void everyPortShouldBeMovedBetweenStores() {
        Set<String> called = portsCalled("", store -> {
            NamedStore named = new NamedStore("memory:", store);
            RecordType.ALL.forEach(kind -> named.page(kind, Optional.empty(), Instant.EPOCH));
        });
        assertThat(PORTS).isEqualTo(called);
    }

    @Test
    void everyCodecShouldBeOfARecordType() {
        Set<String> codecs =
                names(CLASSES.stream().filter(one -> !one.isInterface() && one.isAssignableTo(RecordCodec.class)));
        assertThat(codecs).isNotEmpty().isEqualTo(madeBy(one -> one.isEquivalentTo(RecordType.class), codecs));
    }

    /** Tests of moving take their records from {@link Assorted}. */
    @Test
    void everyRecordTypeShouldHaveAssortedRecords() {
        NamedStore store = new NamedStore("memory:", new InMemoryStore());
        new Assorted(new Random(1)).fill(store, 1);

        assertThat(RecordType.ALL)
                .allSatisfy(type -> assertThat(store.page(type, Optional.empty(), Fresh.instant())
                                .items())
                        .as("records of " + type)
                        .isNotEmpty());
    }

    @Test
    void everyPortWhoseThingsExpireShouldBeSwept() {
        Set<String> expiring = Stream.of(Repositories.class.getRecordComponents())
                .map(RecordComponent::getType)
                .filter(port -> Stream.of(port.getMethods()).anyMatch(RegistrationTest::removesExpired))
                .map(Class::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> swept = portsCalled("removeExpired", store -> {
            Rollcall rollcall = Rollcall.over(store, InstantSource.system());
            Feature.ALL.forEach(feature -> feature.expiring(rollcall).forEach(Sweepable::sweep));
            rollcall.close();
        });
        assertThat(expiring).isNotEmpty().isEqualTo(swept);
    }

    private static boolean removesExpired(Method method) {
        return method.getName().equals("removeExpired");
    }

    private static boolean isService(JavaClass one) {
        return one.getSimpleName().endsWith("Service")
                && one.getConstructors().stream()
                        .flatMap(constructor -> constructor.getRawParameterTypes().stream())
                        .anyMatch(parameter -> PORTS.contains(parameter.getName()));
    }

    private static boolean isInRest(JavaClass one) {
        return one.getPackageName().startsWith("dev.rollcall.rest");
    }

    private static boolean implementsOneNamed(JavaClass one, String simpleName) {
        return isInRest(one)
                && !one.isInterface()
                && one.getAllRawInterfaces().stream()
                        .anyMatch(parent -> parent.getSimpleName().equals(simpleName));
    }

    /** Those of some classes that certain others make. */
    private static Set<String> madeBy(java.util.function.Predicate<JavaClass> makers, Set<String> made) {
        return CLASSES.stream()
                .filter(makers)
                .flatMap(one -> one.getConstructorCallsFromSelf().stream())
                .map(call -> call.getTargetOwner().getName())
                .filter(made::contains)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> componentTypes() {
        return Stream.of(Repositories.class.getRecordComponents())
                .map(component -> component.getType().getName())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The ports of which a method of that name is called, of any name where it is empty. */
    private static Set<String> portsCalled(String method, Consumer<Store> action) {
        Set<String> called = new TreeSet<>();
        action.accept(WatchedStore.over(new InMemoryStore(), call -> {
            if (method.isEmpty() || call.method().getName().equals(method)) {
                called.add(call.type().getName());
            }
            return call.make();
        }));
        return called;
    }

    private static Set<String> names(Stream<JavaClass> classes) {
        List<String> names = classes.map(JavaClass::getName).toList();
        return new TreeSet<>(names);
    }
}
