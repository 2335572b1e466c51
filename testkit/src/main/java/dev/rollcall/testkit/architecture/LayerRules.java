package dev.rollcall.testkit.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import dev.rollcall.rest.Feature;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Rules for who may know whom: arrows point inwards only. */
public final class LayerRules {

    /** The features, each with a package of its name in core. */
    public static final List<String> FEATURES =
            Stream.of(Feature.values()).map(Feature::toString).toList();

    private static final String ROOT = "dev.rollcall";
    private static final String MEMORY = ROOT + ".memory";
    private static final String STORAGE = ROOT + ".storage";
    private static final String WRITE = ROOT + ".write";
    private static final String TRANSFER = ROOT + ".transfer";
    private static final String CODEC = TRANSFER + ".codec";
    private static final String RSVP = ROOT + ".rsvp";
    private static final String REST = ROOT + ".rest";
    private static final String CAFFEINE = "com.github.benmanes.caffeine.cache";
    private static final String JACKSON = "com.fasterxml.jackson.core";
    private static final String DATABIND = "com.fasterxml.jackson.databind";
    private static final String YAML = "com.fasterxml.jackson.dataformat.yaml";
    private static final String CSV = "com.fasterxml.jackson.dataformat.csv";
    private static final String MUSTACHE = "com.samskivert.mustache";
    private static final String JSPECIFY = "org.jspecify.annotations";

    private static final List<String> FEATURE_PACKAGES = Stream.concat(
                    FEATURES.stream().map(feature -> ROOT + "." + feature).filter(name -> !name.equals(RSVP)),
                    Stream.of("user", "event", "link", "answer", "invitation", "outbox", "notification")
                            .map(part -> RSVP + "." + part))
            .toList();

    /** What the features have in common. */
    private static final List<String> COMMON =
            List.of(ROOT, ROOT + ".error", ROOT + ".value", ROOT + ".port", ROOT + ".expiry");

    /** Every package of core but the in-memory store, which nobody names. */
    private static final List<String> CORE = concat(concat(FEATURE_PACKAGES, COMMON), STORAGE, WRITE, TRANSFER, CODEC);

    /** ICU4J's IDNA, by its own name and by the one that it has in core's jar. */
    private static final DescribedPredicate<JavaClass> IDNA =
            resideInAnyPackage("com.ibm.icu.text", "rollcall.shaded.icu.text").as("are of ICU4J's IDNA");

    private LayerRules() {}

    /**
     * The rules for core: it knows nobody, its features don't know each other, only the cache knows Caffeine, and only
     * the domains of e-mail addresses know ICU4J.
     *
     * @return the rules
     */
    public static List<ArchitectureRule> core() {
        List<ArchitectureRule> rules = new ArrayList<>();
        rules.add(knowsOnly(concat(CORE, MEMORY), concat(CORE, MEMORY, JSPECIFY, CAFFEINE)));
        rules.add(onlyTheGuidCacheKnowsCaffeine());
        rules.add(onlyEmailDomainsKnowIdna());
        rules.add(onlyRollcallKnowsFeatures());
        rules.add(knowsOnly(List.of(WRITE), concat(COMMON, WRITE, JSPECIFY)));
        rules.add(knowsOnly(
                List.of(TRANSFER, CODEC),
                concat(concat(FEATURE_PACKAGES, COMMON), STORAGE, TRANSFER, CODEC, JSPECIFY)));
        rules.add(nobodyKnows(MEMORY));
        rules.add(nobodyKnowsTransfer());
        FEATURES.forEach(feature -> rules.add(knowsNoOtherFeature(feature)));
        return rules;
    }

    /**
     * The rules for rest: it knows core without the in-memory store and the group writer, Jackson, and its templates. Only
     * the class that turns {@code openapi.yaml} into JSON knows more of Jackson than its streams.
     *
     * @return the rules
     */
    public static List<ArchitectureRule> rest() {
        List<String> known = new ArrayList<>(FEATURE_PACKAGES);
        known.addAll(COMMON);
        known.addAll(List.of(STORAGE, REST, JSPECIFY));
        ArchRule rule = classes()
                .that()
                .resideInAPackage(REST + "..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(known.toArray(String[]::new))
                        .or(resideInAnyPackage(
                                "java..", JACKSON + "..", DATABIND + "..", YAML + "..", CSV + "..", MUSTACHE + ".."))
                        .or(resideInAPackage(REST + ".."))
                        .or(arraysOfPrimitives()))
                .because("rest knows core, Jackson and its templates, and no transport");
        ArchRule streams = noClasses()
                .that()
                .resideInAPackage(REST + "..")
                .and()
                .doNotHaveFullyQualifiedName(REST + ".documentation.OpenApiEndpoint")
                .should()
                .dependOnClassesThat(resideInAnyPackage(DATABIND + "..", YAML + ".."))
                .because("on a request's way JSON is streamed, without reflection");
        return List.of(
                new ArchitectureRule(rule, concat(known, JACKSON, CSV, MUSTACHE)),
                new ArchitectureRule(streams, List.of(REST, DATABIND, YAML)));
    }

    /**
     * The rules for a backend: it knows the ports and neither rest nor any adapter. Its main package shows no repository.
     *
     * @param backend the backend's package
     * @return the rules
     */
    public static List<ArchitectureRule> backend(String backend) {
        return List.of(
                new ArchitectureRule(
                        noClasses()
                                .that()
                                .resideInAPackage(backend + "..")
                                .should()
                                .dependOnClassesThat(
                                        resideInAnyPackage(REST + "..", MEMORY, ROOT + ".http..", ROOT + ".lambda.."))
                                .because("a backend knows the ports"),
                        List.of(backend)),
                new ArchitectureRule(
                        classes()
                                .that()
                                .resideInAPackage(backend)
                                .and()
                                .haveSimpleNameEndingWith("Repository")
                                .should()
                                .notBePublic()
                                .because("a backend is one bundle to those who use it")
                                // The repositories may all be in packages of their features.
                                .allowEmptyShould(true),
                        List.of(backend)));
    }

    /**
     * The rule that the packages below a package, and that package itself, depend on each other in one direction.
     *
     * @param root the name of the package
     * @return the rule
     */
    public static ArchitectureRule noCycles(String root) {
        String parent = root.substring(0, root.lastIndexOf('.'));
        return new ArchitectureRule(
                slices().matching(parent + ".(**)")
                        .should()
                        .beFreeOfCycles()
                        .because("one of two packages can be understood without the other"),
                List.of(root));
    }

    /**
     * The rules for an adapter: it names no backend, but finds one through its provider. Its packages have no cycle.
     *
     * @param adapter the adapter's package
     * @return the rules
     */
    public static List<ArchitectureRule> adapter(String adapter) {
        return List.of(
                noCycles(adapter),
                new ArchitectureRule(
                        noClasses()
                                .that()
                                .resideInAPackage(adapter + "..")
                                .should()
                                .dependOnClassesThat(
                                        resideInAnyPackage(ROOT + ".persistence..", MEMORY, ROOT + ".db.."))
                                .because("an adapter finds its backend through ServiceLoader"),
                        List.of(adapter)));
    }

    private static ArchitectureRule knowsOnly(List<String> who, List<String> whom) {
        return new ArchitectureRule(
                classes()
                        .that()
                        .resideInAnyPackage(who.toArray(String[]::new))
                        .should()
                        .onlyDependOnClassesThat(resideInAnyPackage(whom.toArray(String[]::new))
                                .or(resideInAPackage("java.."))
                                .or(IDNA)
                                .or(arraysOfPrimitives())),
                concat(who, whom.toArray(String[]::new)));
    }

    private static ArchitectureRule onlyTheGuidCacheKnowsCaffeine() {
        Set<String> knowing = Set.of(ROOT + ".guid.GuidCache", ROOT + ".guid.GuidService");
        DescribedPredicate<JavaClass> cache = DescribedPredicate.describe(
                "the GUID cache", one -> knowing.contains(outermost(one).getName()));
        return new ArchitectureRule(
                noClasses().that(not(cache)).should().dependOnClassesThat().resideInAPackage(CAFFEINE + ".."),
                List.of(CAFFEINE, ROOT + ".guid"));
    }

    private static ArchitectureRule onlyEmailDomainsKnowIdna() {
        DescribedPredicate<JavaClass> domains = DescribedPredicate.describe(
                "domains of e-mail addresses", one -> outermost(one).getName().equals(RSVP + ".user.EmailDomain"));
        return new ArchitectureRule(
                noClasses().that(not(domains)).should().dependOnClassesThat(IDNA), List.of(RSVP + ".user"));
    }

    private static ArchitectureRule onlyRollcallKnowsFeatures() {
        return new ArchitectureRule(
                noClasses()
                        .that()
                        .resideInAnyPackage(COMMON.toArray(String[]::new))
                        .and()
                        .doNotHaveFullyQualifiedName(ROOT + ".Rollcall")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(FEATURE_PACKAGES.toArray(String[]::new))
                        .because("what features have in common knows none of them"),
                concat(FEATURE_PACKAGES, COMMON));
    }

    private static ArchitectureRule nobodyKnows(String name) {
        return new ArchitectureRule(
                noClasses()
                        .that()
                        .resideOutsideOfPackage(name)
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(name)
                        .because("a store is found through ServiceLoader"),
                List.of(name));
    }

    private static ArchitectureRule nobodyKnowsTransfer() {
        return new ArchitectureRule(
                noClasses()
                        .that()
                        .resideOutsideOfPackage(TRANSFER + "..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(TRANSFER + "..")
                        .because("what knows every feature is known by adapters alone"),
                List.of(TRANSFER));
    }

    private static ArchitectureRule knowsNoOtherFeature(String feature) {
        String own = ROOT + "." + feature;
        List<String> others = FEATURE_PACKAGES.stream()
                .filter(name -> !(name + ".").startsWith(own + "."))
                .toList();
        DescribedPredicate<JavaClass> foreign =
                resideInAnyPackage(concat(others, STORAGE).toArray(String[]::new));
        if (feature.equals("rsvp")) {
            // Users and events that come without an id get a UUID.
            Set<String> generator = Set.of("Uuid", "UuidGenerator", "UuidVersion");
            foreign = foreign.and(not(DescribedPredicate.describe(
                    "the generator of UUIDs",
                    one -> one.getPackageName().equals(ROOT + ".uuid")
                            && generator.contains(outermost(one).getSimpleName()))));
        }
        return new ArchitectureRule(
                noClasses()
                        .that()
                        .resideInAPackage(own + "..")
                        .should()
                        .dependOnClassesThat(foreign)
                        .because("features don't know each other"),
                concat(FEATURE_PACKAGES, STORAGE));
    }

    private static DescribedPredicate<JavaClass> arraysOfPrimitives() {
        return DescribedPredicate.describe(
                "primitives", one -> one.getBaseComponentType().isPrimitive());
    }

    private static JavaClass outermost(JavaClass one) {
        return one.getEnclosingClass().map(LayerRules::outermost).orElse(one);
    }

    private static List<String> concat(List<String> some, List<String> more) {
        return concat(some, more.toArray(String[]::new));
    }

    private static List<String> concat(List<String> some, String... more) {
        return Stream.concat(some.stream(), Stream.of(more)).distinct().toList();
    }
}
