package energy.registry.ops.system;

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
import energy.registry.ops.device.Json;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A wind turbine whose meter and two verifiers say and sign whatever a hostile test has them say. */
final class SpeakingPlant {
    static final int QUARTER_SECONDS = 900;
    static final long QUARTER_WH = 400_000;

    private static final long ENVELOPE_WH = 500_000;

    final String name;
    final KeyPair meter = keyPair();
    final KeyPair camera = keyPair();
    final List<KeyPair> verifiers = List.of(keyPair(), keyPair());

    private final String owner;
    private final double latitude;
    private final long midnight;
    private Digest said = Digest.ZERO;
    private Digest issued = Digest.ZERO;

    /** @param midnight epoch second of the first quarter that it speaks of */
    SpeakingPlant(String name, String owner, double latitude, long midnight) {
        this.name = name;
        this.owner = owner;
        this.latitude = latitude;
        this.midnight = midnight;
    }

    String deviceId() {
        return "HOST-" + name;
    }

    String meterId() {
        return "HM-" + name;
    }

    long start(int quarter) {
        return midnight + (long) quarter * QUARTER_SECONDS;
    }

    ObjectNode device() {
        ObjectNode device = Json.object()
                .put("deviceId", deviceId())
                .put("name", "Hostile " + name)
                .put("owner", owner)
                .put("technology", "WIND")
                .put("capacityW", 2_050_000)
                .put("country", "DE")
                .put("zone", "10Y1001A1001A82H")
                .put("region", "Schleswig-Holstein")
                .put("latitude", latitude)
                .put("longitude", 1.5)
                .put("operationalSince", "2019-05-01")
                .put("meteringPointId", "POINT-" + name)
                .put("meterId", meterId())
                .put("meterSerial", "S-" + name)
                .put("meterMaker", "Hostile")
                .put("meterKey", encoded(meter))
                .put("intervalSeconds", QUARTER_SECONDS)
                .put("cameraPolicy", "NONE")
                .put("quorum", 2)
                .put("emissionFactorGramsPerKwh", 0);
        ArrayNode keys = device.putArray("verifiers");
        verifiers.forEach(verifier -> keys.add(encoded(verifier)));
        device.putArray("cameras").addObject().put("cameraId", "HC-" + name).put("key", encoded(camera));
        device.putObject("rotor")
                .put("blades", 3)
                .put("minMilliRpm", 6_000)
                .put("maxMilliRpm", 16_000)
                .put("clockwise", true)
                .putArray("curve")
                .addObject()
                .put("milliRpm", 6_000)
                .put("minW", 0)
                .put("maxW", 60_000);
        return device;
    }

    /** What an honest meter and honest verifiers would say of a quarter of an hour. */
    ObjectNode claim(int quarter) {
        return claim(quarter, 1);
    }

    /** The last statement is on the ledger: the next one names it. */
    void wasIssued() {
        issued = said;
    }

    ObjectNode claim(int quarter, int quarters) {
        long[] registers = new long[quarters + 1];
        for (int i = 0; i <= quarters; i++) {
            registers[i] = QUARTER_WH * (quarter + i);
        }
        return claim(start(quarter), meter, verifiers, registers);
    }

    /** Of any time, any registers and any keys. */
    ObjectNode claim(long start, KeyPair meterKey, List<KeyPair> signing, long... registersWh) {
        return claim(deviceId(), start, meterKey, signing, registersWh);
    }

    ObjectNode claim(String device, long start, KeyPair meterKey, List<KeyPair> signing, long... registersWh) {
        byte[] record = new IntervalStatement(
                        meterId(),
                        0,
                        (start - midnight) / QUARTER_SECONDS,
                        start,
                        QUARTER_SECONDS,
                        registersWh,
                        Quality.MEASURED,
                        Signatory.METER,
                        Origin.SIMULATION,
                        0,
                        Digest.sha(),
                        issued)
                .encode();
        SignedRecord statement = new SignedRecord(record, sign(meterKey, record));
        said = statement.digest();
        long[] most = new long[registersWh.length - 1];
        Arrays.fill(most, ENVELOPE_WH);
        GenerationClaim claim = new GenerationClaim(
                device,
                statement,
                0,
                new long[most.length],
                most,
                CameraFinding.ABSENT,
                Digest.sha(statement.encode()),
                List.of("SIMULATION"),
                "hostile 1");
        List<KeySignature> signatures =
                signing.stream().map(key -> sign(key, claim.encode())).toList();
        return Json.object().put("claim", Json.base(new SignedClaim(claim, signatures).encode()));
    }

    static Stream<KeyPair> strangers() {
        return Stream.generate(SpeakingPlant::keyPair);
    }

    private static String encoded(KeyPair pair) {
        return Json.base(pair.getPublic().getEncoded());
    }

    private static KeySignature sign(KeyPair pair, byte[] message) {
        return new KeySignature(
                SigningKey.of(pair.getPublic().getEncoded()).id(), PlatformSignatures.sign(pair.getPrivate(), message));
    }

    private static KeyPair keyPair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java 17 has Ed25519", e);
        }
    }
}
