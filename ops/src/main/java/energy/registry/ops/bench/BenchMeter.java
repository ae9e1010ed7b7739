package energy.registry.ops.bench;

import energy.registry.domain.device.Camera;
import energy.registry.domain.device.CameraPolicy;
import energy.registry.domain.device.CurvePoint;
import energy.registry.domain.device.ProductionDevice;
import energy.registry.domain.device.Rotor;
import energy.registry.domain.device.Technology;
import energy.registry.domain.encoding.Digest;
import energy.registry.domain.evidence.IntervalStatement;
import energy.registry.domain.evidence.Origin;
import energy.registry.domain.evidence.Quality;
import energy.registry.domain.evidence.Reading;
import energy.registry.domain.evidence.Signatory;
import energy.registry.domain.evidence.SignedRecord;
import energy.registry.domain.identity.KeySignature;
import energy.registry.domain.identity.SigningKey;
import energy.registry.domain.merkle.MerkleTree;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.conscrypt.Conscrypt;

/** A turbine's meter that makes plausible, signed statements as fast as a signature allows. Used by one thread at a time. */
final class BenchMeter {
    static final int INTERVAL_SECONDS = 900;

    private static final long START = Instant.parse("2026-01-01T00:00:00Z").getEpochSecond();
    private static final double WATTS_PER_CUBED_RPM = 370;
    private static final double LOSSES_W = 65_000;
    private static final double SECONDS_PER_HOUR = 3_600;
    private static final double SLOWEST_RPM = 8.8;
    private static final double FASTEST_RPM = 14.2;
    private static final Provider FAST = Conscrypt.newProvider();

    private final String meterId;
    private final SigningKey key;
    private final PrivateKey secret;
    private final Random random;
    private double rpm = 11;
    private double registerWh = 1_000_000;
    private long sequence;
    private Digest previous = Digest.ZERO;

    BenchMeter(int number) {
        this.meterId = "BENCH-" + number;
        this.random = new Random(number);
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            this.key = SigningKey.of(pair.getPublic().getEncoded());
            this.secret = KeyFactory.getInstance("Ed25519", FAST)
                    .generatePrivate(new PKCS8EncodedKeySpec(pair.getPrivate().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Ed25519 is there", e);
        }
    }

    String meterId() {
        return meterId;
    }

    /** Its camera's verdicts are awaited for the usual time, so that no claim falls due while intake is measured. */
    ProductionDevice device() {
        List<CurvePoint> curve = new ArrayList<>();
        for (int milliRpm = 8_000; milliRpm <= 14_400; milliRpm += 400) {
            double power = watts(milliRpm / 1_000.0);
            curve.add(new CurvePoint(milliRpm, Math.round(power * 0.8), Math.round(power * 1.2)));
        }
        return ProductionDevice.builder()
                .deviceId("DEV-" + meterId)
                .name(meterId)
                .owner("bench")
                .technology(Technology.WIND)
                .capacityW(2_050_000)
                .country("DE")
                .zone("10Y1001A1001A82H")
                .location(54_000_000, 9_000_000)
                .operationalSinceEpochDay(0)
                .meteringPointId(meterId)
                .meter(meterId, meterId, "bench", key)
                .intervalSeconds(INTERVAL_SECONDS)
                .cameras(CameraPolicy.REQUIRED, List.of(new Camera("CAM-" + meterId, key)))
                .verifiers(List.of(key), 1)
                .rotor(new Rotor(3, 6_000, 16_000, true, curve))
                .build();
    }

    private static double watts(double rpm) {
        return WATTS_PER_CUBED_RPM * rpm * rpm * rpm - LOSSES_W;
    }

    /** The next quarter hour as it goes over the wire. */
    byte[] next(int readingCount) {
        long start = START + sequence * INTERVAL_SECONDS;
        long first = (long) registerWh;
        List<Reading> readings = new ArrayList<>(readingCount);
        List<byte[]> leaves = new ArrayList<>(readingCount);
        for (int i = 1; i <= readingCount; i++) {
            rpm = Math.max(SLOWEST_RPM, Math.min(FASTEST_RPM, rpm + random.nextGaussian() * 0.1));
            double power = watts(rpm) * (1 + random.nextGaussian() * 0.02);
            registerWh += power * INTERVAL_SECONDS / readingCount / SECONDS_PER_HOUR;
            Reading reading = new Reading(
                    start + (long) INTERVAL_SECONDS * i / readingCount,
                    (long) registerWh,
                    Math.round(power),
                    Map.of("rotor_rpm", Math.round(rpm * 1_000), "wind_ms", Math.round(rpm * 620)));
            readings.add(reading);
            leaves.add(reading.encode());
        }
        IntervalStatement statement = new IntervalStatement(
                meterId,
                0,
                sequence++,
                start,
                INTERVAL_SECONDS,
                new long[] {first, (long) registerWh},
                Quality.MEASURED,
                Signatory.METER,
                Origin.SIMULATION,
                readingCount,
                MerkleTree.over(leaves).root(),
                previous);
        SignedRecord signed = sign(statement.encode());
        previous = signed.digest();
        return body(signed, readings).getBytes(StandardCharsets.US_ASCII);
    }

    private SignedRecord sign(byte[] record) {
        try {
            Signature signature = Signature.getInstance("Ed25519", FAST);
            signature.initSign(secret);
            signature.update(record);
            return new SignedRecord(record, new KeySignature(key.id(), signature.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key that was just made signs", e);
        }
    }

    private static String body(SignedRecord signed, List<Reading> readings) {
        Base64.Encoder base = Base64.getEncoder();
        StringBuilder json = new StringBuilder(400 + 110 * readings.size());
        json.append("{\"statement\":\"").append(base.encodeToString(signed.record()));
        json.append("\",\"keyId\":\"").append(signed.signature().keyId());
        json.append("\",\"signature\":\"")
                .append(base.encodeToString(signed.signature().signature()));
        json.append("\",\"readings\":[");
        for (Reading reading : readings) {
            json.append("{\"t\":\"").append(Instant.ofEpochSecond(reading.epochSecond()));
            json.append("\",\"registerWh\":").append(reading.registerWh());
            json.append(",\"powerW\":").append(reading.powerW()).append(",\"witnesses\":{");
            reading.witnesses().forEach((name, value) -> json.append('"')
                    .append(name)
                    .append("\":")
                    .append(value)
                    .append(','));
            json.setCharAt(json.length() - 1, '}');
            json.append("},");
        }
        json.setLength(json.length() - 1);
        return json.append("]}").toString();
    }
}
