package energy.registry.vision.application;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import energy.registry.domain.encoding.Digest;
import energy.registry.vision.commission.Commission;
import energy.registry.vision.footage.ClipFacts;
import energy.registry.vision.guard.GuardReport;
import energy.registry.vision.physics.ExpectedPower;
import energy.registry.vision.rotor.Nameplate;
import energy.registry.vision.rotor.RotorTrack;
import energy.registry.vision.rotor.StandingRotor;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes down everything a measurement rests on. The same bytes and the same software give the same record. */
public final class EvidenceRecords {
    private static final String FORMAT = "vision-evidence-3";

    /** Figures in a record: more digits than any of them deserves, fewer than two machines may differ in. */
    private static final MathContext DIGITS = new MathContext(7);

    /** Phases in a record: enough to redraw the track of a minute. */
    private static final int PHASES_MAX = 1_800;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Object> software = new LinkedHashMap<>();

    public EvidenceRecords(String decoder, String pictures) {
        software.put("algorithm", VerifyFootage.ALGORITHM);
        software.put("decoder", decoder);
        software.put("pictures", pictures);
    }

    byte[] of(Measurement measurement, byte[] kymograph, List<byte[]> frames) {
        return of(measurement, kymograph, frames, Map.of());
    }

    byte[] of(Measurement measurement, byte[] kymograph, List<byte[]> frames, Map<String, Object> context) {
        Map<String, Object> out = header(measurement.sha256());
        out.put("bytes", measurement.bytes());
        out.put("container", container(measurement.clip().facts()));
        out.put("framesMeasured", measurement.clip().frames().size());
        out.put("nameplate", nameplate(measurement.nameplate()));
        out.put("device", context.isEmpty() ? null : context);
        out.put("result", MeasurementSummary.of(measurement));
        out.put("track", measurement.track().map(EvidenceRecords::track).orElse(null));
        out.put(
                "standing",
                measurement.standing().map(EvidenceRecords::standing).orElse(null));
        out.put("guard", guard(measurement.guard()));
        out.put("limits", Limits.all());
        out.put("kymographSha256", Digest.sha(kymograph).toString());
        out.put(
                "frameSha256",
                frames.stream().map(f -> Digest.sha(f).toString()).toList());
        return bytes(out);
    }

    byte[] of(Digest clip, VerifyFootage.Refused refused) {
        Map<String, Object> out = header(clip);
        out.put("refused", refused.reason().name());
        out.put("detail", refused.detail());
        return bytes(out);
    }

    /** Of a measurement that is no rotor's: what it says of itself stands under the given name. */
    byte[] of(ReadFootage.Readable footage, GuardReport guard, Map<String, Object> own, Map<String, byte[]> files) {
        Map<String, Object> out = header(footage.sha256());
        out.put("bytes", footage.bytes());
        out.put("container", container(footage.clip().facts()));
        out.put("framesMeasured", footage.clip().frames().size());
        out.putAll(own);
        out.put("guard", guard(guard));
        out.put("limits", Limits.all());
        Map<String, String> digests = new TreeMap<>();
        files.forEach((name, bytes) -> digests.put(name, Digest.sha(bytes).toString()));
        out.put("fileSha256", digests);
        return bytes(out);
    }

    byte[] of(Digest clip, ReadFootage.Unreadable refused) {
        return of(clip, new VerifyFootage.Refused(refused.reason(), refused.detail()));
    }

    /** Of a clip on which measuring itself breaks. */
    static byte[] failed(Digest clip, String reason) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("format", FORMAT);
        out.put("sha256", clip.toString());
        out.put("refused", reason);
        return bytes(out);
    }

    static Map<String, Object> commissioning(Commission commission) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("version", commission.version());
        out.put("digest", commission.digest().toString());
        return out;
    }

    static Map<String, Object> expected(ExpectedPower expected) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("expectedW", rounded(expected.expectedW()));
        out.put("standardUncertaintyW", rounded(expected.standardUncertaintyW()));
        out.put("lowW", rounded(expected.lowW()));
        out.put("highW", rounded(expected.highW()));
        out.put("basis", expected.basis());
        return out;
    }

    private Map<String, Object> header(Digest clip) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("format", FORMAT);
        out.put("software", software);
        out.put("sha256", clip.toString());
        return out;
    }

    private static byte[] bytes(Map<String, Object> out) {
        try {
            return JSON.writeValueAsBytes(out);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of plain values can be written", e);
        }
    }

    private static Map<String, Object> container(ClipFacts facts) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("format", facts.format());
        out.put("codec", facts.codec());
        out.put("width", facts.sourceWidth());
        out.put("height", facts.sourceHeight());
        out.put("declaredFps", rounded(facts.declaredFps()));
        out.put("framesDecoded", facts.decodedFrames());
        out.put("framesMissing", facts.framesMissing());
        out.put("seconds", rounded(facts.seconds()));
        out.put("scale", rounded(facts.scale()));
        out.put("cut", facts.cut());
        return out;
    }

    private static Map<String, Object> nameplate(Nameplate nameplate) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("blades", nameplate.blades());
        out.put("rpmMin", rounded(nameplate.rpmMin()));
        out.put("rpmMax", rounded(nameplate.rpmMax()));
        out.put("sense", nameplate.sense());
        return out;
    }

    private static Map<String, Object> track(RotorTrack track) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("rpm", rounded(track.rpm()));
        out.put("standardUncertaintyRpm", rounded(track.standardUncertaintyRpm()));
        out.put("spectralRpm", rounded(track.spectralRpm()));
        out.put("blades", track.blades());
        out.put("direction", MeasurementSummary.direction(track));
        out.put("passes", rounded(track.passes()));
        out.put("hubX", rounded(track.hubX()));
        out.put("hubY", rounded(track.hubY()));
        out.put("radius", rounded(track.radius()));
        out.put("squeeze", rounded(track.squeeze()));
        out.put("coherence", rounded(track.coherence()));
        out.put("runnerUp", rounded(track.runnerUp()));
        out.put("lopsided", rounded(track.lopsided()));
        out.put("residualDegrees", rounded(track.residualDegrees()));
        out.put("slips", rounded(track.slips()));
        out.put("leap", rounded(track.leap()));
        out.put("variation", rounded(track.variation()));
        out.put("phaseDegrees", phases(track));
        return out;
    }

    private static Map<String, Object> standing(StandingRotor rotor) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("blades", rotor.blades());
        out.put("bladeDegrees", rounded(rotor.bladeDegrees()));
        out.put("rpmMax", rounded(rotor.rpmMax()));
        out.put("driftDegrees", rounded(rotor.driftDegrees()));
        out.put("spreadDegrees", rounded(rotor.spreadDegrees()));
        out.put("hubX", rounded(rotor.hubX()));
        out.put("hubY", rounded(rotor.hubY()));
        out.put("radius", rounded(rotor.radius()));
        out.put("squeeze", rounded(rotor.squeeze()));
        out.put("levels", rounded(rotor.levels()));
        out.put("chordPart", rounded(rotor.chordPart()));
        return out;
    }

    private static List<Object> phases(RotorTrack track) {
        List<Object> degrees = new ArrayList<>();
        for (int t = 0; t < Math.min(PHASES_MAX, track.phase().length); t++) {
            degrees.add(Math.round(Math.toDegrees(track.phase()[t]) / track.blades() * 100) / 100.0);
        }
        return degrees;
    }

    private static Map<String, Object> guard(GuardReport report) {
        Map<String, Object> statistics = new LinkedHashMap<>();
        report.statistics().forEach((name, value) -> statistics.put(name, rounded(value)));
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("flags", report.flags().stream().map(Enum::name).toList());
        out.put("statistics", statistics);
        return out;
    }

    static Object rounded(double value) {
        return Double.isFinite(value) ? new BigDecimal(value).round(DIGITS).doubleValue() : null;
    }
}
