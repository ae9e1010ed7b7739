package energy.registry.ops.verify;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import energy.registry.domain.certificate.Beneficiary;
import energy.registry.domain.certificate.CertificateBundle;
import energy.registry.domain.certificate.DeviceAttributes;
import energy.registry.domain.certificate.IssuanceRecord;
import energy.registry.domain.certificate.MainReason;
import energy.registry.domain.certificate.Retirement;
import energy.registry.domain.certificate.RetirementPurpose;
import energy.registry.domain.certificate.StatementNumber;
import energy.registry.domain.claim.CameraFinding;
import energy.registry.domain.claim.GenerationClaim;
import energy.registry.domain.claim.SignedClaim;
import energy.registry.domain.device.Camera;
import energy.registry.domain.device.CameraPolicy;
import energy.registry.domain.device.CurvePoint;
import energy.registry.domain.device.DeviceStanding;
import energy.registry.domain.device.ProductionDevice;
import energy.registry.domain.device.Rotor;
import energy.registry.domain.device.SupportEffect;
import energy.registry.domain.device.SupportKind;
import energy.registry.domain.device.SupportPeriod;
import energy.registry.domain.device.Technology;
import energy.registry.domain.encoding.Digest;
import energy.registry.domain.energy.ProductionPeriod;
import energy.registry.domain.energy.WattHours;
import energy.registry.domain.evidence.ClipCapture;
import energy.registry.domain.evidence.IntervalStatement;
import energy.registry.domain.evidence.Origin;
import energy.registry.domain.evidence.Quality;
import energy.registry.domain.evidence.Reading;
import energy.registry.domain.evidence.RotorState;
import energy.registry.domain.evidence.Signatory;
import energy.registry.domain.evidence.SignedRecord;
import energy.registry.domain.evidence.VisionVerdict;
import energy.registry.domain.merkle.MerkleTree;
import energy.registry.ops.device.DeviceKey;
import energy.registry.ops.device.Json;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A certificate's whole life with keys of its own: issued for 250 Wh, 100 of them sold and retired. */
final class GenuineBundle {
    private static final long START = 1_767_225_600L;
    private static final int QUARTER = 900;

    private final DeviceKey meter;
    private final DeviceKey camera;
    private final DeviceKey notary;
    private final DeviceKey issuingBody;
    private final DeviceKey regulator;
    private final DeviceKey claims;
    private final DeviceKey vision;
    private final DeviceKey owner;
    private final ProductionDevice device;

    GenuineBundle(Path folder) throws IOException {
        meter = DeviceKey.in(folder, "meter");
        camera = DeviceKey.in(folder, "camera");
        notary = DeviceKey.in(folder, "notary");
        issuingBody = DeviceKey.in(folder, "issuing-body");
        regulator = DeviceKey.in(folder, "regulator");
        claims = DeviceKey.in(folder, "claims");
        vision = DeviceKey.in(folder, "vision");
        owner = DeviceKey.in(folder, "owner");
        device = device();
    }

    ObjectNode keys() {
        return Json.object()
                .put("notary", Json.base(notary.open().encoded()))
                .put("issuingBody", Json.base(issuingBody.open().encoded()))
                .put("regulator", Json.base(regulator.open().encoded()))
                .put("claims", Json.base(claims.open().encoded()))
                .put("vision", Json.base(vision.open().encoded()));
    }

    ObjectNode json() {
        List<Reading> readings = readings();
        SignedRecord statement = statement(readings);
        SignedRecord capture = capture();
        byte[] record = "{\"rpm\":11.83}".getBytes(StandardCharsets.UTF_8);
        SignedRecord verdict = verdict(capture, record);
        SignedClaim claim = claim(statement, verdict);
        ObjectNode bundle = Json.object().put("format", "rec-provenance-1");
        bundle.put("device", Json.base(device.encode())).put("claim", Json.base(claim.encode()));
        ArrayNode samples = bundle.putArray("readings");
        readings.forEach(reading -> samples.add(Json.base(reading.encode())));
        bundle.putArray("verdicts")
                .addObject()
                .put("capture", Json.base(capture.encode()))
                .put("verdict", Json.base(verdict.encode()))
                .put("record", Json.base(record));
        addLedger(bundle, claim);
        bundle.set("keys", keys());
        return bundle;
    }

    private void addLedger(ObjectNode bundle, SignedClaim claim) {
        IssuanceRecord issuance = IssuanceRecord.of(
                DeviceAttributes.of(device),
                claim.claim(),
                "O=Issuing Body, L=Brussels, C=BE",
                START + 2_000,
                device.standing().supportIn(claim.claim().period()));
        CertificateBundle whole = CertificateBundle.of(issuance, START, QUARTER, new long[] {1_000, 1_250});
        CertificateBundle sold = whole.first(WattHours.of(100));
        CertificateBundle kept = whole.after(WattHours.of(100));
        Retirement retirement = new Retirement(
                "r-1",
                "acme",
                START + 9_000,
                new RetirementPurpose(
                        new Beneficiary("Acme", "HRB 1", "DE", "Kiel"),
                        "own use",
                        MainReason.VOLUNTARY,
                        ProductionPeriod.between(START, START + 86_400),
                        "",
                        ""),
                List.of(sold));
        ObjectNode issue =
                transaction(List.of(reference(Digest.sha(new byte[] {7}), 3)), List.of(output(whole.encode())), 1);
        ObjectNode purchase =
                transaction(List.of(reference(id(issue), 0)), List.of(output(kept.encode()), output(sold.encode())), 2);
        ObjectNode retire = transaction(List.of(reference(id(purchase), 1)), List.of(output(retirement.encode())), 3);
        bundle.put("certificateId", sold.certificateId())
                .put("statementNo", StatementNumber.of(id(retire), 0))
                .put("certificate", Json.base(sold.encode()))
                .put("retirement", Json.base(retirement.encode()));
        bundle.putArray("transactions").add(issue).add(purchase).add(retire);
    }

    private static Digest id(ObjectNode transaction) {
        return Digest.parse(transaction.path("txId").asText());
    }

    private ObjectNode transaction(List<byte[]> inputs, List<byte[]> outputs, int number) {
        SortedMap<Integer, List<byte[]>> groups = new TreeMap<>();
        groups.put(0, inputs);
        groups.put(1, outputs);
        groups.put(2, List.of(("command " + number).getBytes(StandardCharsets.UTF_8)));
        groups.put(4, List.of("notary".getBytes(StandardCharsets.UTF_8)));
        byte[] salt = Digest.sha(new byte[] {(byte) number}).bytes();
        Digest txId = new LedgerTransaction(Digest.ZERO, salt, groups, List.of()).computedId();
        ObjectNode json = Json.object().put("txId", txId.toString()).put("privacySalt", Json.base(salt));
        ArrayNode list = json.putArray("groups");
        groups.forEach((ordinal, components) -> {
            ArrayNode bytes = list.addObject().put("ordinal", ordinal).putArray("components");
            components.forEach(component -> bytes.add(Json.base(component)));
        });
        ArrayNode signatures = json.putArray("signatures");
        for (DeviceKey key : number == 1 ? List.of(issuingBody, notary) : List.of(owner, notary)) {
            byte[] signed = concat("corda".getBytes(StandardCharsets.UTF_8), txId.bytes(), new byte[] {12, 4});
            signatures
                    .addObject()
                    .put("by", Json.base(key.open().encoded()))
                    .put("signature", Json.base(key.sign(signed).signature().signature()))
                    .put("signed", Json.base(signed));
        }
        return json;
    }

    /** A component as the ledger writes it: schema before, the record as a long binary, more schema after. */
    private static byte[] output(byte[] record) {
        byte[] header =
                ByteBuffer.allocate(5).put((byte) 0xB0).putInt(record.length).array();
        return concat("corda\1\0\0\0".getBytes(StandardCharsets.ISO_8859_1), header, record, new byte[] {0x40, 0x45});
    }

    private static byte[] reference(Digest txId, int index) {
        byte[] number = {0x00, (byte) 0xA3, 3, 'r', 'e', 'f', (byte) 0xC0, 60, 2, 0x54, (byte) index};
        byte[] hash = {0x00, (byte) 0xA3, 3, 's', 'h', 'a', (byte) 0xC0, 35, 1, (byte) 0xA0, 32};
        return concat(number, hash, txId.bytes(), new byte[] {0x45});
    }

    private static byte[] concat(byte[]... parts) {
        ByteBuffer all = ByteBuffer.allocate(
                Arrays.stream(parts).mapToInt(part -> part.length).sum());
        Arrays.stream(parts).forEach(all::put);
        return all.array();
    }

    private List<Reading> readings() {
        List<Reading> readings = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            readings.add(new Reading(START + 300L * i, 5_000 + 83L * i, 1_000, Map.of("rotor_rpm", 11_830L)));
        }
        return readings;
    }

    private SignedRecord statement(List<Reading> readings) {
        Digest root =
                MerkleTree.over(readings.stream().map(Reading::encode).toList()).root();
        return meter.sign(new IntervalStatement(
                        "MTR-1",
                        0,
                        7,
                        START,
                        QUARTER,
                        new long[] {5_000, 5_250},
                        Quality.MEASURED,
                        Signatory.METER,
                        Origin.SIMULATION,
                        readings.size(),
                        root,
                        Digest.sha(new byte[] {1}))
                .encode());
    }

    private SignedRecord capture() {
        return camera.sign(new ClipCapture(
                        "CAM-1",
                        "WTG-1",
                        START,
                        START + QUARTER,
                        START + 450,
                        Origin.SIMULATION,
                        Digest.sha(new byte[] {2}))
                .encode());
    }

    private SignedRecord verdict(SignedRecord capture, byte[] record) {
        return vision.sign(new VisionVerdict(
                        capture.digest(),
                        "CAM-1",
                        "WTG-1",
                        START,
                        START + QUARTER,
                        RotorState.RUNNING,
                        11_830_000,
                        35_000,
                        List.of(),
                        List.of("ROTOR_MEASURED"),
                        Digest.sha(new byte[] {2}),
                        Digest.sha(record),
                        "rotor-1")
                .encode());
    }

    private SignedClaim claim(SignedRecord statement, SignedRecord verdict) {
        Digest root =
                MerkleTree.over(List.of(statement.encode(), verdict.encode())).root();
        GenerationClaim claim = new GenerationClaim(
                "WTG-1",
                statement,
                0,
                new long[] {0},
                new long[] {400},
                CameraFinding.CONSISTENT,
                root,
                List.of("SIMULATION"),
                "rotor-envelope-1");
        return new SignedClaim(
                claim,
                List.of(
                        claims.sign(claim.encode()).signature(),
                        vision.sign(claim.encode()).signature()));
    }

    private ProductionDevice device() {
        return ProductionDevice.builder()
                .deviceId("WTG-1")
                .name("Nordhang 1")
                .owner("windpark-nord")
                .technology(Technology.WIND)
                .capacityW(2_050_000)
                .country("DE")
                .zone("10Y1001A1001A82H")
                .region("SH")
                .location(54_000_000, 9_000_000)
                .operationalSinceEpochDay(18_000)
                .meteringPointId("571313100000000010")
                .meter("MTR-1", "A1", "Twin", meter.open())
                .intervalSeconds(QUARTER)
                .cameras(CameraPolicy.REQUIRED, List.of(new Camera("CAM-1", camera.open())))
                .verifiers(List.of(claims.open(), vision.open()), 2)
                .standing(new DeviceStanding(
                        List.of(),
                        List.of(
                                new SupportPeriod(
                                        "EEG", SupportKind.FEED_IN_PREMIUM, SupportEffect.FLAG, 0, START + QUARTER),
                                new SupportPeriod("OLD", SupportKind.QUOTA, SupportEffect.FLAG, 0, START)),
                        List.of()))
                .rotor(new Rotor(3, 6_000, 16_000, true, List.of(new CurvePoint(6_000, 0, 60_000))))
                .build();
    }
}
