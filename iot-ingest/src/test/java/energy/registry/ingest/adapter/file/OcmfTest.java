package energy.registry.ingest.adapter.file;

import static org.assertj.core.api.Assertions.assertThat;

import energy.registry.domain.device.CameraPolicy;
import energy.registry.domain.identity.SigningKey;
import energy.registry.ingest.adapter.crypto.RecordSignatures;
import energy.registry.ingest.adapter.file.ocmf.OcmfReader;
import energy.registry.ingest.fixture.Keys;
import energy.registry.ingest.fixture.Recordings;
import energy.registry.ingest.fixture.TestPlant;
import energy.registry.ingest.identity.EnrolledKey;
import energy.registry.ingest.identity.KeyRegister;
import energy.registry.ingest.identity.KeySubject;
import energy.registry.ingest.upload.FileContent;
import energy.registry.ingest.upload.FileFormat;
import energy.registry.ingest.upload.UploadContext;
import energy.registry.ingest.upload.UploadFinding;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Records of real calibrated meters, on their five curves, against the keys that their registers publish. */
class OcmfTest {
    private static final Pattern KEY = Pattern.compile("<publicKey[^>]*>([^<]+)</publicKey>");
    private static final String FOLDER = "ocmf";

    private final TestPlant plant = new TestPlant("OCMF", CameraPolicy.NONE).since("2010-01-01");
    private final KeyRegister register = new KeyRegister();
    private final FormatReader reader = new FormatReader(new OcmfReader(register, RecordSignatures.ofMeters()));

    private UploadContext context() {
        return new UploadContext(
                plant.device(Keys.edwards().key(), Keys.edwards().key()), ZoneOffset.UTC, false, Instant.EPOCH);
    }

    private void enrol(Instant from, Instant compromised, SigningKey... keys) {
        List<EnrolledKey> enrolled = new ArrayList<>();
        for (SigningKey key : keys) {
            enrolled.add(new EnrolledKey(
                    enrolled.size(),
                    new KeySubject(KeySubject.Type.METER, "MTR-OCMF", "OCMF"),
                    key,
                    compromised == null ? EnrolledKey.Status.APPROVED : EnrolledKey.Status.REVOKED,
                    from,
                    null,
                    compromised,
                    compromised,
                    null));
        }
        register.replace(enrolled);
    }

    private static Set<SigningKey> keys(byte[] file) {
        Set<SigningKey> keys = new java.util.LinkedHashSet<>();
        Matcher matcher = KEY.matcher(new String(file, StandardCharsets.ISO_8859_1));
        while (matcher.find()) {
            String text = matcher.group(1).replaceAll("\\s", "");
            byte[] bytes = text.matches("[0-9A-Fa-f]*")
                    ? HexFormat.of().parseHex(text)
                    : Base64.getDecoder().decode(text);
            try {
                keys.add(RecordSignatures.read(bytes));
            } catch (IllegalArgumentException unknownAlgorithm) {
                // an RSA or a DLMS key; its records are none of ours
            }
        }
        return keys;
    }

    private FileContent read(byte[] file) {
        return reader.read(file, Optional.of(FileFormat.OCMF), context());
    }

    private record Outcome(String file, int valid, int refused, List<String> rules) {}

    private List<Outcome> all() {
        List<Outcome> outcomes = new ArrayList<>();
        for (String name : Recordings.names(FOLDER)) {
            byte[] file = Recordings.bytes(name);
            enrol(Instant.EPOCH, null, keys(file).toArray(SigningKey[]::new));
            FileContent content = read(file);
            List<String> rules = content.findings().stream()
                    .filter(finding -> !finding.note())
                    .map(UploadFinding::rule)
                    .toList();
            outcomes.add(
                    new Outcome(name, content.records() - content.refusedRecords(), content.refusedRecords(), rules));
        }
        return outcomes;
    }

    /**
     * The one raw-key record that was put on several lines after its signing does not verify any more; the other raw key
     * does, with its bare signature. The second record of {@code second_key_fail} shows the key of another meter.
     */
    @Test
    void everyAuthenticRecordIsAcceptedAndEveryOtherRefusedWithItsReason() {
        Map<String, List<String>> expected = Map.of(
                "ocmf/OCMF-receipt-with_import_and_export.xml", List.of("SIGNATURE_INVALID"),
                "ocmf/second_key_fail_ocmf.xml", List.of("KEY_OF_OTHER_ALGORITHM"),
                "ocmf/test_ocmf_rsa_01.xml", List.of("FILE_FORMAT_UNKNOWN"));
        int valid = 0;
        int refused = 0;
        for (Outcome outcome : all()) {
            valid += outcome.valid();
            refused += outcome.refused();
            boolean ocmf = new String(Recordings.bytes(outcome.file()), StandardCharsets.ISO_8859_1).contains("OCMF|");
            List<String> rules = ocmf
                    ? expected.getOrDefault(outcome.file(), List.of())
                    : java.util.Collections.nCopies(outcome.refused(), "FILE_FORMAT_UNKNOWN");
            assertThat(outcome.rules()).as(outcome.file()).isEqualTo(rules);
        }
        System.out.println("OCMF: " + valid + " records accepted, " + refused + " refused with their reasons");
        assertThat(valid).isEqualTo(18);
    }

    /** One digit of each authentic record is changed, in the value, the time and the signature. */
    @Test
    void everyRecordThatWasTamperedWithIsRefused() {
        int tampered = 0;
        for (String name : Recordings.names(FOLDER)) {
            String file = new String(Recordings.bytes(name), StandardCharsets.ISO_8859_1);
            enrol(Instant.EPOCH, null, keys(Recordings.bytes(name)).toArray(SigningKey[]::new));
            int valid = read(Recordings.bytes(name)).records()
                    - read(Recordings.bytes(name)).refusedRecords();
            for (String field : new String[] {"RV", "TM", "SD"}) {
                String changed = Pattern.compile("(\"" + field + "\" ?: ?\"? *[0-9]*?)([0-9])([,.0-9\"A-Fa-f-])")
                        .matcher(file)
                        .replaceAll(found -> found.group(1) + (9 - Integer.parseInt(found.group(2))) + found.group(3));
                if (valid > 0 && !changed.equals(file)) {
                    FileContent content = read(changed.getBytes(StandardCharsets.ISO_8859_1));
                    assertThat(content.refusedRecords()).as(name + " " + field).isEqualTo(content.records());
                    tampered += content.records();
                }
            }
        }
        System.out.println("OCMF: " + tampered + " tampered records, all refused");
        assertThat(tampered).isGreaterThan(40);
    }

    @Test
    void theKeyInTheFileProvesNothing() {
        byte[] file = Recordings.bytes("ocmf/VW_OCMF_load.xml");
        enrol(Instant.EPOCH, null);
        assertThat(rules(read(file))).containsExactly("KEY_NOT_ENROLLED");
        enrol(Instant.EPOCH, null, Keys.elliptic().key());
        assertThat(rules(read(file))).containsExactly("KEY_NOT_ENROLLED");
    }

    @Test
    void theTimeOfTheMeasurementDecidesWhetherTheKeyHolds() {
        byte[] file = Recordings.bytes("ocmf/VW_OCMF_load.xml");
        SigningKey key = keys(file).iterator().next();
        enrol(Instant.parse("2021-10-06T11:13:56Z"), null, key);
        assertThat(rules(read(file))).isEmpty();
        enrol(Instant.parse("2021-10-06T11:13:57Z"), null, key);
        assertThat(rules(read(file))).containsExactly("KEY_NOT_VALID_THEN");
        enrol(Instant.EPOCH, Instant.parse("2026-01-01T00:00:00Z"), key);
        assertThat(rules(read(file)))
                .as("whoever has the key can write any time")
                .containsExactly("KEY_NOT_VALID_THEN");
    }

    @Test
    void exportRegistersCountAndImportRegistersDoNot() {
        byte[] file = Recordings.bytes("ocmf/VW_OCMF_load.xml");
        enrol(Instant.EPOCH, null, keys(file).toArray(SigningKey[]::new));
        FileContent content = read(file);
        assertThat(content.registers()).hasSize(2).allMatch(value -> value.registerWh() == 4_405);
        byte[] imported = Recordings.bytes("ocmf/test_ocmf_keba_kcp30.xml");
        enrol(Instant.EPOCH, null, keys(imported).toArray(SigningKey[]::new));
        assertThat(read(imported).registers()).isEmpty();
        assertThat(read(imported).findings()).extracting(UploadFinding::rule).containsExactly("NO_EXPORT_REGISTER");
    }

    @Test
    void bareRecordsOneALineAreRead() {
        String file = new String(Recordings.bytes("ocmf/test_ocmf_ebee_01.xml"), StandardCharsets.UTF_8);
        enrol(Instant.EPOCH, null, keys(file.getBytes(StandardCharsets.UTF_8)).toArray(SigningKey[]::new));
        Matcher records = Pattern.compile("OCMF\\|[^<]+").matcher(file);
        StringBuilder bare = new StringBuilder();
        while (records.find()) {
            bare.append(records.group()).append('\n');
        }
        FileContent content =
                reader.read(bare.toString().getBytes(StandardCharsets.UTF_8), Optional.empty(), context());
        assertThat(content.format()).isEqualTo(FileFormat.OCMF);
        assertThat(content.records()).isEqualTo(2);
        assertThat(content.refusedRecords()).isZero();
    }

    private static List<String> rules(FileContent content) {
        return content.findings().stream()
                .filter(finding -> !finding.note())
                .map(UploadFinding::rule)
                .toList();
    }
}
