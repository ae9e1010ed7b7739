package energy.registry.domain.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class DependencyRulesTest {
    private static final JavaClasses KERNEL = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("energy.registry.domain");

    @Test
    void theKernelDependsOnTheJdkAlone() {
        classes()
                .that()
                .resideInAPackage("energy.registry.domain..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("energy.registry.domain..", "java..")
                .check(KERNEL);
    }

    @Test
    void packagesDoNotDependOnEachOtherInCircles() {
        slices().matching("energy.registry.domain.(*)..")
                .should()
                .beFreeOfCycles()
                .check(KERNEL);
    }
}
