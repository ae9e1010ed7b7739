package energy.registry.ledger.gateway.config;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class DependencyRulesTest {
    private static final String GATEWAY = "energy.registry.ledger.gateway.";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("energy.registry.ledger.gateway");

    @Test
    void cordasClientIsKnownBehindOneDoorOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackages(GATEWAY + "corda..", GATEWAY + "network..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("net.corda.client..", "net.corda.nodeapi..", "net.corda.core.messaging..")
                .check(CLASSES);
    }

    @Test
    void theHttpServerIsKnownToTheDoorOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackage(GATEWAY + "http..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.sun.net.httpserver..")
                .check(CLASSES);
    }

    @Test
    void theNodesCommandNeedsNothingButTheJdk() {
        noClasses()
                .that()
                .haveSimpleName("NodeCommand")
                .or()
                .haveSimpleName("NodeHome")
                .or()
                .haveSimpleName("CordaNode")
                .or()
                .haveSimpleName("RpcLogin")
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages("java..", GATEWAY + "network..")
                .check(CLASSES);
    }
}
