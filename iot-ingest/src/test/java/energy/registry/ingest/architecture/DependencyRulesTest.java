package energy.registry.ingest.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class DependencyRulesTest {
    private static final String BASE = "energy.registry.ingest";

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(BASE);

    @Test
    void theUseCasesDoNotKnowAdapters() {
        noClasses()
                .that()
                .resideInAnyPackage(BASE + ".application..", BASE + ".port..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(BASE + ".adapter..", BASE + ".config..", "java.sql..", "io.vertx..")
                .check(classes);
    }

    @Test
    void theRulesArePure() {
        noClasses()
                .that()
                .resideInAnyPackage(BASE + ".statement..", BASE + ".claim..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        BASE + ".application..", BASE + ".port..", BASE + ".adapter..", "java.sql..", "java.net..")
                .check(classes);
    }

    @Test
    void eachTechnologyHasOneDoor() {
        noClasses()
                .that()
                .resideOutsideOfPackage(BASE + ".adapter.mqtt..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.vertx..", "io.netty..")
                .check(classes);
        noClasses()
                .that()
                .resideOutsideOfPackage(BASE + ".adapter.kafka..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.kafka..")
                .check(classes);
        noClasses()
                .that()
                .resideOutsideOfPackage(BASE + ".adapter.persistence..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "org.postgresql..")
                .check(classes);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching(BASE + ".(**)").should().beFreeOfCycles().check(classes);
    }
}
