package energy.registry.web.adapter.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.registry.web.application.Registry;
import energy.registry.web.application.office.ExportAudit;
import energy.registry.web.application.office.Journal;
import energy.registry.web.application.office.MemoryOffice;
import energy.registry.web.model.AccessDenied;
import energy.registry.web.model.Actor;
import energy.registry.web.model.Role;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever gets the archive can check it with the key alone. */
final class AuditArchiveTest {
    private static final Actor RITA = new Actor("rita", "regulator", Set.of(Role.REGULATOR));

    @TempDir
    private Path folder;

    @Test
    void everyFileIsCoveredByTheSignature() throws Exception {
        ExportAudit export = export(new OfficeKey(folder));
        Map<String, byte[]> files = unpacked(export.archive(RITA));
        byte[] sums = files.get("SHA256SUMS");
        String pem = new String(files.get("key.pem"), StandardCharsets.US_ASCII);
        assertThat(pem).isEqualTo(export.key());
        Signature signature = Signature.getInstance("Ed25519");
        byte[] key = Base64.getMimeDecoder().decode(pem.replaceAll("-----.*-----", ""));
        signature.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(key)));
        signature.update(sums);
        assertThat(signature.verify(files.get("SHA256SUMS.sig"))).isTrue();
        for (String name : new String[] {"audit.json", "certificates.csv", "certificates.json"}) {
            String hash = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(files.get(name)));
            assertThat(new String(sums, StandardCharsets.US_ASCII)).contains(hash + "  " + name);
        }
        assertThat(new String(files.get("certificates.csv"), StandardCharsets.UTF_8).lines())
                .hasSize(3);
    }

    @Test
    void theKeyIsMadeOnceAndIsItsOwnersAlone() throws Exception {
        String first = new OfficeKey(folder).publicKeyPem();
        assertThat(new OfficeKey(folder).publicKeyPem()).isEqualTo(first);
        assertThat(Files.getPosixFilePermissions(folder.resolve("office.key")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void nobodyElseGetsIt() {
        ExportAudit export = export(new OfficeKey(folder));
        Actor greta = new Actor("greta", "windpark-nord", Set.of(Role.GENERATOR));
        assertThatThrownBy(() -> export.archive(greta)).isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> export.archive(Actor.VISITOR)).isInstanceOf(AccessDenied.class);
    }

    private static ExportAudit export(OfficeKey key) {
        Registry registry = new Registry();
        Journal journal = MemoryOffice.silentJournal();
        return new ExportAudit(registry.figures(), registry.certificates(), key, journal);
    }

    private static Map<String, byte[]> unpacked(byte[] archive) throws Exception {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }
}
