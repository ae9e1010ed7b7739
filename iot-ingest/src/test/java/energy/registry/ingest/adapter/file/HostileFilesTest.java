package energy.registry.ingest.adapter.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import energy.registry.domain.device.CameraPolicy;
import energy.registry.ingest.adapter.crypto.RecordSignatures;
import energy.registry.ingest.adapter.file.ocmf.OcmfReader;
import energy.registry.ingest.fixture.Keys;
import energy.registry.ingest.fixture.TestPlant;
import energy.registry.ingest.identity.KeyRegister;
import energy.registry.ingest.upload.FileContent;
import energy.registry.ingest.upload.FileFormat;
import energy.registry.ingest.upload.UploadContext;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that were made to hurt. What a refusal costs is measured in bytes allocated by this thread, and in time. */
class HostileFilesTest {
    private static final long ALLOCATED_BYTES_MAX = 128L << 20;
    /** Room for a machine that does much else; alone it takes a hundredth. */
    private static final long MILLIS_MAX = 120_000;

    @TempDir
    Path folder;

    private final FormatReader reader =
            new FormatReader(new OcmfReader(new KeyRegister(), RecordSignatures.ofMeters()));
    private final UploadContext context = new UploadContext(
            new TestPlant("HOSTILE", CameraPolicy.NONE)
                    .device(Keys.edwards().key(), Keys.edwards().key()),
            ZoneOffset.UTC,
            true,
            Instant.EPOCH);

    private FileContent refused(String what, byte[] file, FileFormat format) {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        long start = System.nanoTime();
        FileContent content = reader.read(file, Optional.ofNullable(format), context);
        long millis = (System.nanoTime() - start) / 1_000_000;
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        System.out.println(what + ": " + file.length + " bytes, refused with "
                + content.findings().get(0).rule() + " after " + millis + " ms and " + (allocated >> 10) + " KiB");
        assertThat(content.intervals()).isEmpty();
        assertThat(content.registers()).isEmpty();
        assertThat(millis).isLessThan(MILLIS_MAX);
        assertThat(allocated).isLessThan(ALLOCATED_BYTES_MAX);
        return content;
    }

    private FileContent refused(String what, String file) {
        return refused(what, file.getBytes(StandardCharsets.UTF_8), null);
    }

    private static String rule(FileContent content) {
        return content.findings().get(0).rule();
    }

    @Test
    void anExternalEntityIsNeverFetched() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "do not read me");
        AtomicInteger fetched = new AtomicInteger();
        HttpServer trap = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        trap.createContext("/", exchange -> {
            fetched.incrementAndGet();
            exchange.close();
        });
        trap.start();
        try {
            String address = "http://127.0.0.1:" + trap.getAddress().getPort() + "/x.dtd";
            for (String target : new String[] {secret.toUri().toString(), address}) {
                String entity = "<!DOCTYPE feed [<!ENTITY x SYSTEM \"" + target + "\">]>"
                        + "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>&x;</title></feed>";
                FileContent content = refused("external entity", entity);
                assertThat(rule(content)).isEqualTo("DOCUMENT_TYPE");
                assertThat(content.findings().toString()).doesNotContain("do not read me");
                String subset = "<!DOCTYPE feed SYSTEM \"" + target + "\"><feed/>";
                assertThat(rule(refused("external document type", subset))).isEqualTo("DOCUMENT_TYPE");
                String parameter = "<!DOCTYPE values [<!ENTITY % p SYSTEM \"" + target + "\"> %p;]><values/>";
                assertThat(rule(refused("parameter entity", parameter))).isEqualTo("DOCUMENT_TYPE");
            }
        } finally {
            trap.stop(0);
        }
        assertThat(fetched).hasValue(0);
    }

    @Test
    void entitiesThatMultiplyAreNotExpanded() {
        StringBuilder laughs = new StringBuilder("<!DOCTYPE feed [<!ENTITY a0 \"ha\">");
        for (int i = 1; i <= 12; i++) {
            laughs.append("<!ENTITY a")
                    .append(i)
                    .append(" \"")
                    .append(("&a" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        String file = laughs + "]><feed><title>&a12;</title></feed>";
        assertThat(rule(refused("entities that multiply", file))).isEqualTo("DOCUMENT_TYPE");
        assertThat(rule(refused("the same as OCMF", file.replace("feed", "values"))))
                .isEqualTo("DOCUMENT_TYPE");
    }

    @Test
    void depthNumberAndLengthAreLimited() {
        assertThat(rule(refused("deep", "<feed>" + "<a>".repeat(200_000)))).isEqualTo("FILE_LIMIT");
        assertThat(rule(refused("many", "<feed>" + "<a/>".repeat(1_100_000) + "</feed>")))
                .isEqualTo("FILE_LIMIT");
        assertThat(rule(refused("long text", "<feed><title>" + "x".repeat(8 << 20) + "</title></feed>")))
                .isEqualTo("FILE_LIMIT");
        String attributes = java.util.stream.IntStream.range(0, 5_000)
                .mapToObj(i -> " a" + i + "=''")
                .collect(java.util.stream.Collectors.joining());
        assertThat(rule(refused("many attributes", "<feed" + attributes + "/>")))
                .isEqualTo("FILE_LIMIT");
        assertThat(rule(refused("deep JSON", "[".repeat(1_000_000)))).isEqualTo("FILE_MALFORMED");
        assertThat(rule(refused("wide table", "start,end,energy_wh\n" + ",".repeat(2_000_000))))
                .isEqualTo("FILE_LIMIT");
        assertThat(rule(refused("open quote", "start,end,energy_wh\n\"" + "x".repeat(8 << 20))))
                .isEqualTo("FILE_LIMIT");
    }

    @Test
    void aHundredMegabytesAreNotRead() {
        byte[] large = new byte[100 << 20];
        java.util.Arrays.fill(large, (byte) ' ');
        System.arraycopy("<feed>".getBytes(StandardCharsets.US_ASCII), 0, large, 0, 6);
        assertThat(rule(refused("100 MiB", large, FileFormat.GREENBUTTON))).isEqualTo("FILE_TOO_LARGE");
        assertThat(rule(refused("100 MiB", large, null))).isEqualTo("FILE_TOO_LARGE");
    }

    @Test
    void noiseIsNoFile() {
        java.util.Random random = new java.util.Random(1);
        for (FileFormat format : FileFormat.values()) {
            for (int i = 0; i < 50; i++) {
                byte[] noise = new byte[random.nextInt(2_000) + 1];
                random.nextBytes(noise);
                FileContent content = reader.read(noise, Optional.of(format), context);
                assertThat(content.intervals()).isEmpty();
                assertThat(content.envelopes()).isEmpty();
                assertThat(content.findings()).isNotEmpty();
            }
        }
    }
}
