package energy.registry.ops.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import energy.registry.ops.supervise.Part;
import energy.registry.ops.supervise.PortUse;
import energy.registry.ops.supervise.Step;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RegistrySystemTest {
    private static final Installation.ExternalDatabase ELSEWHERE =
            new Installation.ExternalDatabase("jdbc:postgresql://db.example/registry", "registry", "secret");

    @TempDir
    private Path folder;

    @Test
    void everyProcessOfTheContractIsThere() throws Exception {
        assertThat(system(Optional.empty(), true).parts())
                .extracting(Part::name)
                .containsExactly(
                        "postgres",
                        "node-notary",
                        "node-issuing-body",
                        "node-market",
                        "node-regulator",
                        "gateway",
                        "keycloak",
                        "vision",
                        "ingest",
                        "web",
                        "twin");
    }

    @Test
    void everyStepIsListedAfterTheStepsItNeeds() throws Exception {
        Set<String> listed = new HashSet<>();
        for (Step step : system(Optional.empty(), true).steps()) {
            assertThat(listed).as("before " + step.name()).containsAll(step.after());
            listed.add(step.name());
        }
    }

    @Test
    void noPortIsUsedTwice() throws Exception {
        List<Integer> ports = system(Optional.empty(), true).parts().stream()
                .flatMap(part -> part.ports().stream())
                .map(PortUse::port)
                .toList();
        assertThat(ports).doesNotHaveDuplicates().contains(8080, 8090, 8091, 1883, 8092, 8180, 8432, 8095, 10_130);
    }

    @Test
    void anExternalDatabaseIsNotStarted() throws Exception {
        assertThat(system(Optional.of(ELSEWHERE), true).parts())
                .extracting(Part::name)
                .doesNotContain("postgres");
        assertThat(installation(Optional.of(ELSEWHERE)).environment())
                .containsEntry("REGISTRY_DB_URL", "jdbc:postgresql://db.example/registry");
    }

    @Test
    void theTwinStaysAwayWhenNotWanted() throws Exception {
        assertThat(system(Optional.empty(), false).parts())
                .extracting(Part::name)
                .doesNotContain("twin");
    }

    private RegistrySystem system(Optional<Installation.ExternalDatabase> database, boolean twin) throws Exception {
        Installation installation = installation(database);
        return RegistrySystem.of(installation, DemoLogin.all(installation.secrets(), new SecureRandom()), twin);
    }

    private Installation installation(Optional<Installation.ExternalDatabase> database) {
        DataFolder data = new DataFolder(folder.resolve("data"));
        return new Installation(
                new Checkout(folder),
                data,
                new Ports(Ports.DEFAULT_BASE),
                new Secrets(data.of("secrets"), new SecureRandom()),
                Path.of("java"),
                Path.of("jdk11"),
                database);
    }
}
