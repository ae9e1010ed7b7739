package energy.registry.ops.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import energy.registry.domain.claim.CameraFinding;
import energy.registry.domain.claim.GenerationClaim;
import energy.registry.domain.claim.SignedClaim;
import energy.registry.domain.encoding.Digest;
import energy.registry.domain.evidence.IntervalStatement;
import energy.registry.domain.evidence.Origin;
import energy.registry.domain.evidence.Quality;
import energy.registry.domain.evidence.Signatory;
import energy.registry.domain.evidence.SignedRecord;
import energy.registry.domain.identity.KeySignature;
import energy.registry.domain.identity.PlatformSignatures;
import energy.registry.domain.identity.SigningKey;
import energy.registry.domain.merkle.MerkleTree;
import energy.registry.ops.device.Json;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.List;

/**
 * A wind turbine that produces claims one after the other, each signed by its own meter and by two verifiers that all devices share.
 * Used by one thread at a time.
 */
final class BenchDevice {
    static final int INTERVAL_SECONDS = 900;

    private static final long SECONDS_PER_DAY = 86_400;
    private static final long MICRO_DEGREES_APART = 5_000;

    /** Each run has a strip of the map of its own: the ledger takes one turbine of one place once. */
    private static final long STRIPS = 3_400;

    private static final long STRIP_MICRO_DEGREES = 50_000;
    private static final int CAPACITY_W = 2_050_000;

    /** Energy of the intervals, cycled through: from calm to the capacity. */
    private static final long[] ENERGY_WH = {412_000, 455_500, 1_500, 120_250, 508_000, 61_750, 333_000};

    private final String name;
    private final int number;
    private final long strip;
    private final String owner;
    private final KeyPair meter = keyPair();
    private final List<KeyPair> verifiers;
    private final long endEpochSecond;
    private long nextEpochSecond;
    private long registerWh = 1_000_000;
    private long sequence;
    private Digest previous = Digest.ZERO;

    /** A device that can claim whole days from {@code startEpochDay} up to, not including, {@code endEpochDay}. */
    BenchDevice(String run, int number, String owner, List<KeyPair> verifiers, long startEpochDay, long endEpochDay) {
        this.verifiers = verifiers;
        this.name = run + "-" + number;
        this.number = number;
        this.strip = Math.floorMod(run.hashCode(), STRIPS);
        this.owner = owner;
        this.nextEpochSecond = startEpochDay * SECONDS_PER_DAY;
        this.endEpochSecond = endEpochDay * SECONDS_PER_DAY;
    }

    String deviceId() {
        return "BENCH-" + name;
    }

    String owner() {
        return owner;
    }

    /** A claim with its name and the number of its intervals. */
    record Claim(String claimId, byte[] encoded, int intervals) {}

    boolean hasRoomFor(int intervals) {
        return nextEpochSecond + (long) intervals * INTERVAL_SECONDS <= endEpochSecond;
    }

    /** The next {@code intervals} quarters of an hour, not claimed before. */
    Claim next(int intervals) {
        long[] registers = new long[intervals + 1];
        registers[0] = registerWh;
        for (int i = 0; i < intervals; i++) {
            int slot = (int) ((nextEpochSecond / INTERVAL_SECONDS + i + number) % ENERGY_WH.length);
            registers[i + 1] = registers[i] + ENERGY_WH[slot];
        }
        byte[] record = new IntervalStatement(
                        "METER-" + name,
                        0,
                        sequence,
                        nextEpochSecond,
                        INTERVAL_SECONDS,
                        registers,
                        Quality.MEASURED,
                        Signatory.METER,
                        Origin.SIMULATION,
                        0,
                        MerkleTree.over(List.of()).root(),
                        previous)
                .encode();
        SignedRecord statement = new SignedRecord(record, sign(meter, record));
        long[] max = new long[intervals];
        Arrays.fill(max, CAPACITY_W / 4);
        GenerationClaim claim = new GenerationClaim(
                deviceId(),
                statement,
                0,
                new long[intervals],
                max,
                CameraFinding.CONSISTENT,
                MerkleTree.over(List.of(statement.encode())).root(),
                List.of("SIMULATION"),
                "rotor-envelope-1");
        byte[] message = claim.encode();
        SignedClaim signed = new SignedClaim(
                claim,
                verifiers.stream().map(verifier -> sign(verifier, message)).toList());
        nextEpochSecond += (long) intervals * INTERVAL_SECONDS;
        registerWh = registers[intervals];
        sequence++;
        previous = statement.digest();
        return new Claim(claim.id().toString(), signed.encode(), intervals);
    }

    /** The device as the gateway wants it, with these verifiers in place of the registry's own. */
    ObjectNode card() {
        ObjectNode card = Json.object()
                .put("deviceId", deviceId())
                .put("name", "Bench " + name)
                .put("owner", owner)
                .put("technology", "WIND")
                .put("capacityW", CAPACITY_W)
                .put("country", "DE")
                .put("zone", "10Y1001A1001A82H")
                .put("region", "Schleswig-Holstein")
                .put("latitude", degrees(50_000_000 + number % 900 * MICRO_DEGREES_APART))
                .put("longitude", degrees(strip * STRIP_MICRO_DEGREES + number / 900 * MICRO_DEGREES_APART))
                .put("operationalSince", "2019-05-01")
                .put("meteringPointId", "POINT-" + name)
                .put("meterId", "METER-" + name)
                .put("meterSerial", "S-" + name)
                .put("meterMaker", "Bench")
                .put("meterKey", encoded(meter))
                .put("intervalSeconds", INTERVAL_SECONDS)
                .put("cameraPolicy", "REQUIRED")
                .put("quorum", 2)
                .put("emissionFactorGramsPerKwh", 0);
        ArrayNode keys = card.putArray("verifiers");
        verifiers.forEach(verifier -> keys.add(encoded(verifier)));
        card.putArray("cameras").addObject().put("cameraId", "CAM-" + name).put("key", encoded(keyPair()));
        card.putObject("rotor")
                .put("blades", 3)
                .put("minMilliRpm", 6_000)
                .put("maxMilliRpm", 16_000)
                .put("clockwise", true)
                .putArray("curve")
                .addObject()
                .put("milliRpm", 6_000)
                .put("minW", 0)
                .put("maxW", CAPACITY_W);
        return card;
    }

    private static double degrees(long micro) {
        return micro / 1e6;
    }

    private static String encoded(KeyPair pair) {
        return Json.base(pair.getPublic().getEncoded());
    }

    private static KeySignature sign(KeyPair pair, byte[] message) {
        return new KeySignature(
                SigningKey.of(pair.getPublic().getEncoded()).id(), PlatformSignatures.sign(pair.getPrivate(), message));
    }

    static KeyPair keyPair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java 17 has Ed25519", e);
        }
    }
}
