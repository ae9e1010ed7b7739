package energy.registry.ops.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("system")
@ExtendWith(RunningSystem.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class WholeSystemTest {
    /** The promise made to whoever starts the registry for the first time. */
    private static final Duration FIRST_CERTIFICATE_MAX = Duration.ofMinutes(3);

    /** What one machine may spend on all processes together. */
    private static final long RESIDENT_BYTES_MAX = 8L * 1024 * 1024 * 1024;

    private final RunningSystem.Handle system;

    WholeSystemTest(RunningSystem.Handle system) {
        this.system = system;
    }

    @Test
    @Order(1)
    void theTwinsFirstCertificateIsOnTheLedgerWithinThreeMinutes() {
        Set<String> certificates =
                RunningSystem.eventually(FIRST_CERTIFICATE_MAX, this::certificates, found -> !found.isEmpty());
        assertThat(certificates).isNotEmpty();
    }

    @Test
    @Order(2)
    void everyProcessIsHealthyAndTheMemoryIsKept() throws Exception {
        JsonNode status = system.status();
        assertThat(status.path("healthy").asBoolean())
                .as(status.toPrettyString())
                .isTrue();
        long resident = 0;
        for (JsonNode process : status.path("processes")) {
            assertThat(process.path("state").asText()).as(process.toString()).isEqualTo("UP");
            resident += process.path("rss_bytes").asLong();
        }
        assertThat(resident).isLessThan(RESIDENT_BYTES_MAX);
    }

    @Test
    @Order(3)
    void upAgainChangesNothing() throws Exception {
        List<Long> before = pids();
        RegistryCommand.Answer again = system.up();
        assertThat(again.exit()).as(again.out()).isZero();
        assertThat(again.out()).contains("The registry is up.", system.web("/").toString(), system.password("greta"));
        assertThat(pids()).isEqualTo(before);
    }

    @Test
    @Order(4)
    void downLeavesNoProcessAndUpShowsTheSameCertificates() throws Exception {
        Set<String> before = certificates();
        RegistryCommand.Answer down = system.down();
        assertThat(down.exit()).as(down.out()).isZero();
        assertThat(processesOnTheDataFolder()).isEmpty();
        assertThat(system.call("status").exit()).isEqualTo(1);
        RegistryCommand.Answer up = system.up();
        assertThat(up.exit()).as(up.out()).isZero();
        assertThat(certificates()).containsAll(before);
    }

    private Set<String> certificates() {
        try {
            return system.certificates();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private List<Long> pids() throws Exception {
        List<Long> pids = new ArrayList<>();
        system.status()
                .path("processes")
                .forEach(process -> pids.add(process.path("pid").asLong()));
        return pids;
    }

    /** Whatever still names the data folder on its command line or works in it. */
    private List<String> processesOnTheDataFolder() throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            for (Path process : processes
                    .filter(path -> path.getFileName().toString().matches("\\d+"))
                    .toList()) {
                String command = read(process.resolve("cmdline"));
                String environment = read(process.resolve("environ"));
                boolean ours = command.contains(system.data() + "/")
                        || worksIn(process, system.data())
                        || environment.contains("REGISTRY_DATA=" + system.data());
                if (ours) {
                    found.add(process.getFileName() + " " + command.replace('\0', ' '));
                }
            }
        }
        return found;
    }

    private static boolean worksIn(Path process, Path folder) {
        try {
            return Files.readSymbolicLink(process.resolve("cwd")).startsWith(folder);
        } catch (IOException ended) {
            return false;
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1);
        } catch (IOException ended) {
            return "";
        }
    }
}
