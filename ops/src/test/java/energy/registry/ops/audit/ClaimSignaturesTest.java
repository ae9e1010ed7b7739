package energy.registry.ops.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import energy.registry.domain.claim.CameraFinding;
import energy.registry.domain.claim.GenerationClaim;
import energy.registry.domain.claim.SignedClaim;
import energy.registry.domain.device.Camera;
import energy.registry.domain.device.CameraPolicy;
import energy.registry.domain.device.ProductionDevice;
import energy.registry.domain.device.Technology;
import energy.registry.domain.encoding.Digest;
import energy.registry.domain.evidence.IntervalStatement;
import energy.registry.domain.evidence.Origin;
import energy.registry.domain.evidence.Quality;
import energy.registry.domain.evidence.Signatory;
import energy.registry.domain.evidence.SignedRecord;
import energy.registry.domain.identity.KeySignature;
import energy.registry.domain.ledger.TransactionProof;
import energy.registry.ops.device.DeviceKey;
import energy.registry.ops.device.Json;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts from a transaction in which everything is signed, and breaks one signature at a time. */
class ClaimSignaturesTest {
    private static final long START = 1_767_225_600L;
    private static final int QUARTER = 900;

    @TempDir
    Path folder;

    private DeviceKey meter;
    private DeviceKey claims;
    private DeviceKey vision;
    private DeviceKey notary;
    private DeviceKey issuingBody;
    private DeviceKey stranger;

    @BeforeEach
    void makeKeys() throws IOException {
        meter = DeviceKey.in(folder, "meter");
        claims = DeviceKey.in(folder, "claims");
        vision = DeviceKey.in(folder, "vision");
        notary = DeviceKey.in(folder, "notary");
        issuingBody = DeviceKey.in(folder, "issuing-body");
        stranger = DeviceKey.in(folder, "stranger");
    }

    @Test
    void findsNothingWrongWhereAllHaveSigned() throws UnreadableEvent {
        ClaimSignatures.Finding finding = check(claim(meter, claims, vision), notary, issuingBody);
        assertThat(finding.wrong()).isEmpty();
        assertThat(finding.signatures()).isEqualTo(3);
        assertThat(finding.meteredWh())
                .containsEntry(new DeviceDay("WTG-1", LocalDate.of(2026, 1, 1)), 250L)
                .hasSize(1);
    }

    @Test
    void namesAClaimThatAnotherMeterSigned() throws UnreadableEvent {
        assertThat(check(claim(stranger, claims, vision), notary, issuingBody).wrong())
                .singleElement()
                .asString()
                .contains("WTG-1", "its meter");
    }

    @Test
    void namesAClaimWithoutItsQuorum() throws UnreadableEvent {
        assertThat(check(claim(meter, claims, claims), notary, issuingBody).wrong())
                .singleElement()
                .asString()
                .contains("quorum");
    }

    @Test
    void namesATransactionThatTheNotaryDidNotSign() throws UnreadableEvent {
        assertThat(check(claim(meter, claims, vision), stranger, issuingBody).wrong())
                .singleElement()
                .asString()
                .contains("not signed by the notary");
    }

    @Test
    void namesATransactionThatTheIssuingBodyDidNotSign() throws UnreadableEvent {
        assertThat(check(claim(meter, claims, vision), notary, stranger).wrong())
                .singleElement()
                .asString()
                .contains("not signed by the issuing body");
    }

    @Test
    void namesACertificateWhoseClaimIsNotInItsTransaction() throws UnreadableEvent {
        SignedClaim claim = claim(meter, claims, vision);
        ObjectNode proof = proof(claim, notary, issuingBody);
        Transaction told = told(proof, Digest.sha(new byte[] {1}));
        assertThat(checker().check(told, proof, id -> List.of(device())).wrong())
                .singleElement()
                .asString()
                .contains("names claim");
    }

    @Test
    void namesBytesThatAreNotTheTransaction() throws UnreadableEvent {
        SignedClaim claim = claim(meter, claims, vision);
        ObjectNode proof = proof(claim, notary, issuingBody);
        Transaction told = told(proof, claim.claim().id());
        ((ArrayNode) proof.at("/groups/1/components")).set(0, Json.object().textNode(Json.base(new byte[] {9})));
        assertThat(checker().check(told, proof, id -> List.of(device())).wrong())
                .anyMatch(wrong -> wrong.contains("has the bytes of"));
    }

    private ClaimSignatures checker() {
        return new ClaimSignatures(notary.open(), issuingBody.open());
    }

    private ClaimSignatures.Finding check(SignedClaim claim, DeviceKey... signers) throws UnreadableEvent {
        ObjectNode proof = proof(claim, signers);
        return checker().check(told(proof, claim.claim().id()), proof, id -> List.of(device()));
    }

    private static Transaction told(ObjectNode proof, Digest claimId) throws UnreadableEvent {
        String txId = proof.path("txId").asText();
        String event = "{\"seq\":1,\"txId\":\"" + txId + "\",\"type\":\"CertificateChanged\",\"data\":{"
                + "\"certificateId\":\"c\",\"deviceId\":\"WTG-1\",\"claimId\":\"" + claimId + "\",\"previous\":[],"
                + "\"intervals\":[{\"start\":\"2026-01-01T00:00:00Z\",\"end\":\"2026-01-01T00:15:00Z\","
                + "\"serialFrom\":0,\"serialTo\":250}]}}";
        return Transaction.of(txId, List.of(LedgerEvent.read(Json.parse(event).orElseThrow())));
    }

    private static ObjectNode proof(SignedClaim claim, DeviceKey... signers) {
        byte[] record = claim.encode();
        byte[] command = ByteBuffer.allocate(record.length + 9)
                .put("amqp".getBytes(StandardCharsets.US_ASCII))
                .put((byte) 0xB0)
                .putInt(record.length)
                .put(record)
                .array();
        SortedMap<Integer, List<byte[]>> groups = new TreeMap<>();
        groups.put(1, List.of(new byte[] {1, 2, 3}));
        groups.put(2, List.of(command));
        groups.put(4, List.of("notary".getBytes(StandardCharsets.UTF_8)));
        byte[] salt = Digest.sha(new byte[] {5}).bytes();
        Digest txId = new TransactionProof(salt, groups).id();
        ObjectNode json = Json.object().put("txId", txId.toString()).put("privacySalt", Json.base(salt));
        ArrayNode list = json.putArray("groups");
        groups.forEach((ordinal, components) -> {
            ArrayNode bytes = list.addObject().put("ordinal", ordinal).putArray("components");
            components.forEach(component -> bytes.add(Json.base(component)));
        });
        ArrayNode signatures = json.putArray("signatures");
        for (DeviceKey signer : signers) {
            byte[] signed = ByteBuffer.allocate(34)
                    .put(txId.bytes())
                    .put((byte) 12)
                    .put((byte) 4)
                    .array();
            signatures
                    .addObject()
                    .put("by", Json.base(signer.open().encoded()))
                    .put("signature", Json.base(signer.sign(signed).signature().signature()))
                    .put("signed", Json.base(signed));
        }
        return json;
    }

    private static SignedClaim claim(DeviceKey meter, DeviceKey first, DeviceKey second) {
        SignedRecord statement = meter.sign(new IntervalStatement(
                        "MTR-1",
                        0,
                        7,
                        START,
                        QUARTER,
                        new long[] {5_000, 5_250},
                        Quality.MEASURED,
                        Signatory.METER,
                        Origin.SIMULATION,
                        0,
                        Digest.sha(),
                        Digest.ZERO)
                .encode());
        GenerationClaim claim = new GenerationClaim(
                "WTG-1",
                statement,
                0,
                new long[] {0},
                new long[] {400},
                CameraFinding.CONSISTENT,
                Digest.sha(statement.encode()),
                List.of(),
                "rotor-envelope-1");
        List<KeySignature> signatures = List.of(
                first.sign(claim.encode()).signature(),
                second.sign(claim.encode()).signature());
        return new SignedClaim(claim, signatures);
    }

    private ProductionDevice device() {
        return ProductionDevice.builder()
                .deviceId("WTG-1")
                .name("Nordhang 1")
                .owner("windpark-nord")
                .technology(Technology.SOLAR)
                .capacityW(2_050_000)
                .country("DE")
                .zone("10Y1001A1001A82H")
                .region("SH")
                .location(54_000_000, 9_000_000)
                .operationalSinceEpochDay(18_000)
                .meteringPointId("571313100000000010")
                .meter("MTR-1", "A1", "Twin", meter.open())
                .intervalSeconds(QUARTER)
                .cameras(CameraPolicy.REQUIRED, List.of(new Camera("CAM-1", stranger.open())))
                .verifiers(List.of(claims.open(), vision.open()), 2)
                .build();
    }
}
