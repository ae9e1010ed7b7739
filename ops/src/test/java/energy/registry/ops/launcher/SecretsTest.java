package energy.registry.ops.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SecretsTest {
    private static final int PARTS = 6;
    private static final int ROUNDS = 50;

    @TempDir
    private Path data;

    private Path folder;
    private Secrets secrets;

    @BeforeEach
    void newFolder() {
        folder = data.resolve("secrets");
        secrets = new Secrets(folder, new SecureRandom());
    }

    @Test
    void aSecretIsReadableByItsOwnerAlone() throws Exception {
        assertThat(secrets.get("service-token")).hasSizeGreaterThanOrEqualTo(32);
        assertThat(mode(folder)).isEqualTo("rwx------");
        assertThat(mode(folder.resolve("service-token"))).isEqualTo("rw-------");
    }

    @Test
    void aSecretOpenedToOthersIsClosedAgain() throws Exception {
        String secret = secrets.get("service-token");
        Files.setPosixFilePermissions(folder.resolve("service-token"), PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(secrets.get("service-token")).isEqualTo(secret);
        assertThat(mode(folder.resolve("service-token"))).isEqualTo("rw-------");
    }

    @Test
    void twoSecretsDiffer() throws Exception {
        assertThat(secrets.get("one")).isNotEqualTo(secrets.get("other"));
    }

    @Test
    void partsThatStartSideBySideGetTheSameSecret() throws Exception {
        ExecutorService parts = Executors.newFixedThreadPool(PARTS);
        try {
            for (int round = 0; round < ROUNDS; round++) {
                String name = "secret-" + round;
                CyclicBarrier start = new CyclicBarrier(PARTS);
                List<Callable<String>> asked = Collections.nCopies(PARTS, () -> {
                    start.await();
                    return secrets.get(name);
                });
                Set<String> got = new HashSet<>();
                for (Future<String> answer : parts.invokeAll(asked)) {
                    got.add(answer.get());
                }
                assertThat(got).containsExactly(secrets.get(name));
            }
        } finally {
            parts.shutdownNow();
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).as("no half-made file stays").hasSize(ROUNDS);
        }
    }

    @Test
    void theDemoLoginsAreTheSameAtEveryStart() throws Exception {
        List<DemoLogin> first = DemoLogin.all(secrets, new SecureRandom());
        assertThat(DemoLogin.all(secrets, new SecureRandom())).isEqualTo(first);
        assertThat(first)
                .extracting(DemoLogin::user)
                .startsWith("greta", "gerd")
                .hasSize(12);
        assertThat(first).allSatisfy(login -> assertThat(login.password()).matches("[a-z]+-[a-z]+-[0-9]{3}"));
        assertThat(mode(folder.resolve("demo-logins.txt"))).isEqualTo("rw-------");
    }

    private static String mode(Path file) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
