package energy.registry.ingest.adapter.file.ocmf;

import com.fasterxml.jackson.databind.JsonNode;
import energy.registry.domain.identity.SignatureCheck;
import energy.registry.ingest.identity.EnrolledKey;
import energy.registry.ingest.identity.KeyAlgorithm;
import energy.registry.ingest.identity.KeyRegister;
import energy.registry.ingest.upload.FileContent;
import energy.registry.ingest.upload.FileFormat;
import energy.registry.ingest.upload.IntervalGrid;
import energy.registry.ingest.upload.RefusedFileException;
import energy.registry.ingest.upload.RegisterValue;
import energy.registry.ingest.upload.UploadContext;
import energy.registry.ingest.upload.UploadFinding;
import energy.registry.ingest.upload.UploadFinding.Place;
import energy.registry.ingest.upload.UploadRule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Checks each record with the keys that are enrolled for the device's meter. The key that stands in a file and the
 * algorithm that a record names decide nothing; where they differ from the enrolled key, the record is refused.
 */
public final class OcmfReader {
    /** Algorithm of a record that names none (OCMF 1.x). */
    private static final String USUAL_ALGORITHM = "ECDSA-secp256r1-SHA256";

    private final KeyRegister keys;
    private final SignatureCheck signatures;

    public OcmfReader(KeyRegister keys, SignatureCheck signatures) {
        this.keys = keys;
        this.signatures = signatures;
    }

    public FileContent read(byte[] bytes, UploadContext context) throws RefusedFileException {
        List<OcmfRecord> records = OcmfFile.records(bytes);
        List<UploadFinding> findings = new ArrayList<>();
        List<RegisterValue> registers = new ArrayList<>();
        int refused = 0;
        for (OcmfRecord record : records) {
            List<UploadFinding> notes = new ArrayList<>();
            Optional<UploadFinding> refusal = check(record, context, registers, notes);
            refused += refusal.isPresent() ? 1 : 0;
            refusal.ifPresent(notes::add);
            if (findings.size() < IntervalGrid.FINDINGS_MAX) {
                findings.addAll(notes);
            }
        }
        return new FileContent(FileFormat.OCMF, records.size(), refused, List.of(), registers, List.of(), findings);
    }

    private Optional<UploadFinding> check(
            OcmfRecord record, UploadContext context, List<RegisterValue> registers, List<UploadFinding> notes) {
        if (!record.isOcmf()) {
            return refuse(UploadRule.FILE_FORMAT_UNKNOWN, record, "signedData", "", "This record is not OCMF");
        }
        OcmfPayload payload;
        JsonNode signature;
        try {
            payload = OcmfPayload.read(record.payload());
            signature = OcmfPayload.json(record.signature());
        } catch (IOException e) {
            return refuse(UploadRule.FILE_MALFORMED, record, "OCMF", "", "Payload or signature is not JSON");
        } catch (IllegalArgumentException | ArithmeticException e) {
            return refuse(UploadRule.FIELD_MALFORMED, record, "OCMF", "", String.valueOf(e.getMessage()));
        }
        return authentic(record, payload, signature, context).or(() -> {
            exports(record, payload, registers, notes);
            return Optional.empty();
        });
    }

    private Optional<UploadFinding> authentic(
            OcmfRecord record, OcmfPayload payload, JsonNode signature, UploadContext context) {
        List<EnrolledKey> enrolled = keys.meterKeys(context.device().deviceId());
        List<EnrolledKey> claimed = enrolled.stream()
                .filter(key -> record.claims(key.key().encoded()))
                .toList();
        if (claimed.isEmpty()) {
            String seen = enrolled.isEmpty() ? "None is enrolled" : "The record's key is none of them";
            return refuse(
                    UploadRule.KEY_NOT_ENROLLED,
                    record,
                    "publicKey",
                    context.device().meterId(),
                    seen);
        }
        String algorithm = signature.path("SA").asText(USUAL_ALGORITHM);
        List<EnrolledKey> fitting =
                claimed.stream().filter(key -> isOf(key, algorithm)).toList();
        if (fitting.isEmpty()) {
            String curve = KeyAlgorithm.of(claimed.get(0).key())
                    .map(KeyAlgorithm::curve)
                    .orElse("unknown");
            return refuse(
                    UploadRule.KEY_OF_OTHER_ALGORITHM,
                    record,
                    "SA",
                    algorithm,
                    "The record says " + algorithm + ", the enrolled key is on " + curve);
        }
        Instant first = payload.values().stream()
                .map(OcmfPayload.Value::at)
                .min(Instant::compareTo)
                .orElseThrow();
        Instant last = payload.values().stream()
                .map(OcmfPayload.Value::at)
                .max(Instant::compareTo)
                .orElseThrow();
        List<EnrolledKey> then =
                fitting.stream().filter(key -> key.holds(first, last)).toList();
        if (then.isEmpty()) {
            return refuse(
                    UploadRule.KEY_NOT_VALID_THEN,
                    record,
                    "TM",
                    first,
                    "Measured at " + first + "; of the key, " + fitting.get(0).validity());
        }
        byte[] message = record.payload().getBytes(StandardCharsets.UTF_8);
        byte[] signed = OcmfRecord.bytes(signature.path("SD").asText("")).orElse(new byte[0]);
        boolean valid = then.stream().anyMatch(key -> signatures.isValid(key.key(), message, signed));
        return valid
                ? Optional.empty()
                : refuse(UploadRule.SIGNATURE_INVALID, record, "SD", "", "This record was changed after it was signed");
    }

    private static boolean isOf(EnrolledKey key, String algorithm) {
        return KeyAlgorithm.of(key.key())
                .map(found -> algorithm.equals("ECDSA-" + found.curve() + "-SHA256"))
                .orElse(false);
    }

    private static void exports(
            OcmfRecord record, OcmfPayload payload, List<RegisterValue> registers, List<UploadFinding> notes) {
        int found = 0;
        for (OcmfPayload.Value value : payload.values()) {
            if (!value.isExport() || !value.isEnergy()) {
                continue;
            }
            found++;
            if (value.good()) {
                registers.add(new RegisterValue(record.line(), value.at().getEpochSecond(), value.wattHours()));
            } else {
                notes.add(UploadFinding.of(
                        UploadRule.READING_NOT_GOOD,
                        Place.at(record.line(), "ST"),
                        value.status(),
                        "Status and errors of the reading at " + value.at() + " are '" + value.status() + "'"));
            }
        }
        if (found == 0) {
            notes.add(UploadFinding.of(
                    UploadRule.NO_EXPORT_REGISTER,
                    Place.at(record.line(), "RI"),
                    payload.values().get(0).obis(),
                    "This authentic record has registers of imported energy only"));
        }
    }

    private static Optional<UploadFinding> refuse(
            UploadRule rule, OcmfRecord record, String field, Object value, String seen) {
        return Optional.of(UploadFinding.of(rule, Place.at(record.line(), field), value, seen));
    }
}
