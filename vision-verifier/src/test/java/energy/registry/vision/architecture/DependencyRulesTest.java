package energy.registry.vision.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.Test;

class DependencyRulesTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("energy.registry.vision");

    @Test
    void onlyOnePackageTouchesNativeLibraries() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..vision.adapter.opencv")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.bytedeco..")
                .check(CLASSES);
    }

    @Test
    void theArithmeticKnowsOnlyFrames() {
        classes()
                .that()
                .resideInAnyPackage("..vision.rotor", "..vision.guard")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "..vision.rotor", "..vision.guard", "..vision.footage")
                .check(CLASSES);
    }

    @Test
    void theApplicationKnowsNoAdapter() {
        noClasses()
                .that()
                .resideInAnyPackage("..vision.application", "..vision.port")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..vision.adapter..", "..vision.config", "..vision.cli")
                .check(CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        SlicesRuleDefinition.slices()
                .matching("energy.registry.vision.(**)")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }
}
