package energy.registry.ops.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SecretsTest {
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
