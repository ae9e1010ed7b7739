package energy.registry.ops.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ArchiveTest {
    @TempDir
    private Path folder;

    private Path source;
    private Path file;

    @BeforeEach
    void somethingToSave() throws IOException {
        source = Files.createDirectories(folder.resolve("source"));
        file = folder.resolve("backup.tar.gz");
        Files.createDirectories(source.resolve("secrets"));
        Files.writeString(source.resolve("secrets/token"), "a secret");
        Files.setPosixFilePermissions(source.resolve("secrets/token"), PosixFilePermissions.fromString("rw-------"));
        Files.setPosixFilePermissions(source.resolve("secrets"), PosixFilePermissions.fromString("rwx------"));
        Files.createDirectories(source.resolve("logs"));
        Files.writeString(source.resolve("logs/web.log"), "noise");
        Files.createDirectories(source.resolve("clips/empty"));
    }

    @Test
    void whatWasSavedComesBackWithItsPermissions() throws IOException {
        assertThat(save()).isEqualTo(1);
        Path back = folder.resolve("back");
        assertThat(Archive.unpack(file, back)).isEqualTo(1);
        assertThat(back.resolve("secrets/token")).hasContent("a secret");
        assertThat(permissions(back.resolve("secrets/token"))).isEqualTo("rw-------");
        assertThat(permissions(back.resolve("secrets"))).isEqualTo("rwx------");
        assertThat(back.resolve("clips/empty")).isDirectory();
        assertThat(back.resolve("logs")).doesNotExist();
    }

    @Test
    void theArchiveIsForItsOwnerOnlyAndOverwritesNothing() throws IOException {
        save();
        assertThat(permissions(file)).isEqualTo("rw-------");
        assertThatThrownBy(this::save).isInstanceOf(IOException.class).hasMessageContaining("overwrites nothing");
    }

    @Test
    void anAlteredFileIsNamed() throws IOException {
        save();
        byte[] tar = unzipped();
        int at = new String(tar, StandardCharsets.ISO_8859_1).indexOf("a secret");
        tar[at] ^= 1;
        zip(tar, tar.length);
        assertThatThrownBy(() -> Archive.unpack(file, folder.resolve("back")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("secrets/token");
    }

    @Test
    void anArchiveThatWasCutShortIsRefused() throws IOException {
        save();
        byte[] tar = unzipped();
        int sums = new String(tar, StandardCharsets.ISO_8859_1).indexOf(Archive.SUMS);
        zip(tar, sums);
        assertThatThrownBy(() -> Archive.unpack(file, folder.resolve("back"))).isInstanceOf(IOException.class);
    }

    @Test
    void nothingIsWrittenOutsideTheFolder() throws IOException {
        try (TarArchiveOutputStream tar =
                new TarArchiveOutputStream(new GZIPOutputStream(Files.newOutputStream(file)))) {
            TarArchiveEntry entry = new TarArchiveEntry("../outside", true);
            entry.setSize(1);
            tar.putArchiveEntry(entry);
            tar.write('x');
            tar.closeArchiveEntry();
        }
        assertThatThrownBy(() -> Archive.unpack(file, folder.resolve("back")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("../outside");
        assertThat(folder.resolve("outside")).doesNotExist();
    }

    private int save() throws IOException {
        return Archive.write(source, relative -> !relative.startsWith("logs"), file);
    }

    private byte[] unzipped() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            in.transferTo(bytes);
        }
        return bytes.toByteArray();
    }

    private void zip(byte[] tar, int length) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(tar, 0, length);
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
