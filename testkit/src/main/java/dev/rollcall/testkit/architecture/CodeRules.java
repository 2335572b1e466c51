package dev.rollcall.testkit.architecture;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import dev.rollcall.port.StoredValues;
import dev.rollcall.rsvp.event.EventZone;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Rules for the code of every module but testkit, whatever layer it is of. */
public final class CodeRules {

    private static final String TIME = "java.time";

    /** Time comes in as an {@link InstantSource}: code that asks the system clock cannot be tested at an exact second. */
    public static final ArchitectureRule TIME_IS_GIVEN = rule(noClasses()
            .should()
            .callMethodWhere(target(name("now")).and(target(owner(resideInAPackage(TIME)))))
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .accessClassesThat()
            .belongToAnyOf(Clock.class, Date.class, Calendar.class)
            .because("time is an InstantSource that is given"));

    /** Randomness comes in as a generator, which is cryptographically strong. */
    public static final ArchitectureRule RANDOMNESS_IS_GIVEN = rule(noClasses()
            .should()
            .callMethod(UUID.class, "randomUUID")
            .orShould()
            .callMethod(Math.class, "random")
            .orShould()
            .callConstructorWhere(target(owner(type(Random.class))))
            .because("randomness is a RandomGenerator that is given, and strong"));

    /** A thread that waits for a monitor, or in one, may hold up the carrier of other virtual threads. */
    public static final ArchitectureRule NO_METHOD_IS_SYNCHRONIZED = rule(noMethods()
            .should()
            .haveModifier(JavaModifier.SYNCHRONIZED)
            .allowEmptyShould(true)
            .because("locks are those of java.util.concurrent"));

    /** What a class needs comes in by its constructor: nothing is set from outside afterwards. */
    public static final ArchitectureRule FIELDS_ARE_PRIVATE_OR_FINAL = rule(fields().that()
            .areNotPrivate()
            .should()
            .beFinal()
            .allowEmptyShould(true)
            .because("what a class needs is given to its constructor"));

    /** Only the program's entry writes to the console; all others write to the log. */
    public static final ArchitectureRule NO_STANDARD_STREAMS = rule(NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS);

    /** Settings are read once, by the program's entry. */
    public static final ArchitectureRule NO_ENVIRONMENT = rule(noClasses()
            .should()
            .callMethodWhere(target(name("getenv")).and(target(owner(type(System.class)))))
            .because("settings are read once, in main"));

    /** The system's clock and the strong source of random bits are chosen where everything is put together. */
    public static final ArchitectureRule NO_SYSTEM_CLOCK = rule(noClasses()
            .that()
            .doNotHaveFullyQualifiedName("dev.rollcall.Rollcall")
            .should()
            .callMethod(InstantSource.class, "system")
            .because("Rollcall alone chooses the clock where none is given"));

    /** Only what comes from a store is spared the rules for input. Value types ask whether it is; they spare nothing. */
    public static final ArchitectureRule ONLY_STORES_ARE_TRUSTED = rule(noClasses()
            .that()
            .resideOutsideOfPackages("dev.rollcall.persistence..", "dev.rollcall.db..", "dev.rollcall.transfer..")
            .and()
            .doNotBelongToAnyOf(StoredValues.class, EventZone.class)
            .and()
            .doNotHaveFullyQualifiedName("dev.rollcall.rest.route.Cursors")
            .should()
            .callMethod(StoredValues.class, "trust", Supplier.class)
            .orShould()
            .callMethod(StoredValues.class, "read", String.class, Object.class, Supplier.class)
            .because("input is held against the rules for input")
            // All classes of a store may.
            .allowEmptyShould(true));

    private CodeRules() {}

    /**
     * The rules for every module, an adapter with the program's entry included.
     *
     * @return the rules
     */
    public static List<ArchitectureRule> everywhere() {
        return List.of(
                TIME_IS_GIVEN,
                RANDOMNESS_IS_GIVEN,
                NO_METHOD_IS_SYNCHRONIZED,
                FIELDS_ARE_PRIVATE_OR_FINAL,
                ONLY_STORES_ARE_TRUSTED);
    }

    /**
     * The rules for a module without the program's entry: those for every module and more.
     *
     * @return the rules
     */
    public static List<ArchitectureRule> library() {
        return Stream.concat(everywhere().stream(), Stream.of(NO_STANDARD_STREAMS, NO_ENVIRONMENT, NO_SYSTEM_CLOCK))
                .toList();
    }

    private static ArchitectureRule rule(ArchRule rule) {
        return new ArchitectureRule(rule, List.of());
    }
}
