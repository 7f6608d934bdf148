package dev.convoy.experiments.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The arrows between modules and packages that ARCHITECTURE.md draws. */
final class ArrowsTest {
    private static final String[] MODELS = {
        "dev.convoy.telemetry..",
        "dev.convoy.learning..",
        "dev.convoy.training..",
        "dev.convoy.prediction..",
        "dev.convoy.exchange..",
        "dev.convoy.metric..",
        "dev.convoy.evaluation..",
        "dev.convoy.detection..",
        "dev.convoy.wire.."
    };
    private static final String RUNTIME = "dev.convoy.runtime..";
    private static final String[] WORLD = {
        "dev.convoy.world..",
        "dev.convoy.sampling..",
        "dev.convoy.vehicle..",
        "dev.convoy.fleet..",
        "dev.convoy.replay..",
        "dev.convoy.validation.."
    };
    private static final String EDGE_NODE = "dev.convoy.edgenode..";
    private static final String AGGREGATOR = "dev.convoy.aggregator..";
    private static final String EXPERIMENTS = "dev.convoy.experiments..";

    private static JavaClasses code;

    @BeforeAll
    static void readTheCode() {
        code = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.convoy");
    }

    @Test
    void theRuntimeKnowsNoTelemetryAndNoLearning() {
        check(noClasses()
                .that()
                .resideInAPackage(RUNTIME)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(MODELS));
        check(noClasses()
                .that()
                .resideInAPackage(RUNTIME)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(concat(WORLD, EDGE_NODE, AGGREGATOR, EXPERIMENTS)));
    }

    @Test
    void modelsKnowNoEngineAndNoBroker() {
        check(noClasses()
                .that()
                .resideInAnyPackage(MODELS)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        concat(WORLD, RUNTIME, EDGE_NODE, AGGREGATOR, EXPERIMENTS, "org.apache.kafka..", "kafka..")));
    }

    @Test
    void nothingGoesSidewaysOrBack() {
        check(noClasses()
                .that()
                .resideInAnyPackage(WORLD)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(EDGE_NODE, AGGREGATOR, EXPERIMENTS));
        check(noClasses()
                .that()
                .resideInAPackage(EDGE_NODE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(concat(WORLD, AGGREGATOR, EXPERIMENTS)));
        check(noClasses()
                .that()
                .resideInAPackage(AGGREGATOR)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(concat(WORLD, EDGE_NODE, EXPERIMENTS)));
    }

    @Test
    void eachLibraryHasOnePlace() {
        onlyIn("dev.convoy.learning.dl4j..", "org.nd4j..", "org.deeplearning4j..");
        onlyIn("dev.convoy.experiments.plots..", "org.jfree..", "org.apache.batik..");
        onlyIn("dev.convoy.experiments.cli..", "picocli..");
        check(noClasses()
                .that()
                .resideOutsideOfPackages("dev.convoy.runtime.kafka..", "dev.convoy.experiments.broker..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.kafka..", "kafka.."));
        check(noClasses()
                .that()
                .resideOutsideOfPackages("dev.convoy.evaluation.tribuo..", "dev.convoy.learning.tribuo..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.tribuo..", "com.oracle.labs.."));
    }

    @Test
    void actorsTakeTimeAndChanceFromTheirContextAlone() {
        String[] actors = concat(
                WORLD,
                EDGE_NODE,
                AGGREGATOR,
                "dev.convoy.learning..",
                "dev.convoy.evaluation..",
                "dev.convoy.detection..");
        check(noClasses().that().resideInAnyPackage(actors).should().callMethod(System.class, "nanoTime"));
        check(noClasses().that().resideInAnyPackage(actors).should().callMethod(System.class, "currentTimeMillis"));
        check(noClasses().that().resideInAnyPackage(actors).should().callMethod(Math.class, "random"));
        check(noClasses().that().resideInAnyPackage(actors).should().callMethod(java.time.Instant.class, "now"));
        check(noClasses().that().resideInAnyPackage(actors).should().callMethod(java.util.UUID.class, "randomUUID"));
        check(noClasses()
                .that()
                .resideInAnyPackage(actors)
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(java.util.concurrent.ThreadLocalRandom.class, java.util.Random.class, Thread.class));
    }

    @Test
    void nothingIsDeserialisedThatCouldRunCode() {
        check(noClasses().should().dependOnClassesThat().areAssignableTo(java.io.ObjectInputStream.class));
    }

    @Test
    void packagesHaveNoCycles() {
        check(slices().matching("dev.convoy.experiments.(*)..").should().beFreeOfCycles());
        check(slices().matching("dev.convoy.(*)..").should().beFreeOfCycles());
    }

    @Test
    void classesAreFinalOrInterfaces() {
        check(classes()
                .that()
                .areNotInterfaces()
                .and()
                .areTopLevelClasses()
                .and()
                .areNotEnums()
                .and()
                .resideOutsideOfPackage("..proto..")
                .should()
                .haveModifier(com.tngtech.archunit.core.domain.JavaModifier.FINAL));
    }

    private static void onlyIn(String place, String... libraries) {
        check(noClasses()
                .that()
                .resideOutsideOfPackage(place)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(libraries));
    }

    private static void check(ArchRule rule) {
        rule.check(code);
    }

    private static String[] concat(Object first, String... more) {
        String[] head = first instanceof String[] many ? many : new String[] {(String) first};
        String[] all = java.util.Arrays.copyOf(head, head.length + more.length);
        System.arraycopy(more, 0, all, head.length, more.length);
        return all;
    }
}
