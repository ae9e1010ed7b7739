package energy.registry.web.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** The arrows between packages. */
final class DependencyRulesTest {
    private static final String WEB = "energy.registry.web.";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("energy.registry.web");

    @Test
    void theModelKnowsOnlyItselfAndTheJdk() {
        check(classes()
                .that()
                .resideInAPackage(WEB + "model..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(WEB + "model..", "java.."));
    }

    @Test
    void portsKnowOnlyTheModel() {
        check(classes()
                .that()
                .resideInAPackage(WEB + "port..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(WEB + "port..", WEB + "model..", "java.."));
    }

    @Test
    void useCasesKnowOnlyModelAndPorts() {
        check(classes()
                .that()
                .resideInAPackage(WEB + "application..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(WEB + "application..", WEB + "port..", WEB + "model..", "java.."));
    }

    @Test
    void adaptersDoNotKnowEachOther() {
        check(slices().matching(WEB + "adapter.(*)..")
                .should()
                .notDependOnEachOther()
                // The two tools that adapters share: writing pages, and speaking HTTP to services.
                .ignoreDependency(inPackage("adapter.page"), inPackage("adapter.view"))
                .ignoreDependency(inPackage("adapter.ledger"), inPackage("adapter.http"))
                .ignoreDependency(inPackage("adapter.service"), inPackage("adapter.http"))
                .ignoreDependency(inPackage("adapter.people"), inPackage("adapter.http"))
                .ignoreDependency(inPackage("adapter.ingest"), inPackage("adapter.http")));
    }

    @Test
    void onlyConfigurationKnowsAdaptersFromOutside() {
        check(noClasses()
                .that()
                .resideInAnyPackage(WEB + "model..", WEB + "port..", WEB + "application..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(WEB + "adapter..", WEB + "config.."));
    }

    @Test
    void theDatabaseIsTouchedInOnePackage() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(WEB + "adapter.persistence..", WEB + "config..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.persistence..", "org.hibernate..", "java.sql.."));
    }

    @Test
    void entitiesNeverLeaveTheirPackage() {
        check(classes().that().haveSimpleNameEndingWith("Entity").should().bePackagePrivate());
    }

    @Test
    void servicesAreCalledThroughOneDoor() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage(WEB + "adapter.http..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.net.http.."));
    }

    @Test
    void onlyConfigurationReadsTheEnvironmentTheClockAndChance() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage(WEB + "config..")
                .should()
                .callMethod(System.class, "getenv")
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.util.UUID.class, "randomUUID")
                .orShould()
                .callMethod(java.time.Clock.class, "systemUTC"));
    }

    private static com.tngtech.archunit.base.DescribedPredicate<com.tngtech.archunit.core.domain.JavaClass> inPackage(
            String part) {
        return com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage(WEB + part + "..");
    }

    private static void check(ArchRule rule) {
        rule.check(CLASSES);
    }
}
