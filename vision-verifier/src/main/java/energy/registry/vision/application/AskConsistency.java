package energy.registry.vision.application;

import energy.registry.domain.device.ProductionDevice;
import energy.registry.domain.energy.ProductionPeriod;
import energy.registry.domain.evidence.SignedRecord;
import energy.registry.domain.evidence.VisionVerdict;
import energy.registry.vision.physics.ExpectedPower;
import energy.registry.vision.physics.JudgementReason;
import energy.registry.vision.physics.SpeedPowerCorrelation.MinutePower;
import energy.registry.vision.physics.SpeedPowerCorrelation.Result;
import energy.registry.vision.port.DeviceDirectory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers whether metered energy fits this verifier's own verdicts; trusts no verdict that it did not sign. */
public final class AskConsistency {
    /** A clip a minute over a day. */
    public static final int VERDICTS_MAX = 1_440;

    private final DeviceDirectory devices;
    private final SignAsVerifier signer;
    private final JudgeEnergy judge;

    public AskConsistency(DeviceDirectory devices, SignAsVerifier signer, JudgeEnergy judge) {
        this.devices = devices;
        this.signer = signer;
        this.judge = judge;
    }

    public sealed interface Answer {}

    public record Judged(Map<String, Object> document) implements Answer {}

    public record Declined(ClipRule rule, String detail) implements Answer {}

    /** @param minutes metered power by minutes; may be empty */
    public Answer ask(
            String deviceId,
            ProductionPeriod period,
            long energyWh,
            List<byte[]> encodedVerdicts,
            List<MinutePower> minutes)
            throws IOException {
        Optional<ProductionDevice> device = devices.device(deviceId);
        if (device.isEmpty()) {
            return new Declined(ClipRule.DEVICE_UNKNOWN, "deviceId '" + deviceId + "'");
        }
        if (energyWh < 0 || encodedVerdicts.size() > VERDICTS_MAX) {
            return new Declined(ClipRule.CLAIM_MALFORMED, energyWh + " Wh, " + encodedVerdicts.size() + " verdicts");
        }
        List<VisionVerdict> verdicts = new ArrayList<>();
        for (byte[] encoded : encodedVerdicts) {
            SignedRecord signed;
            try {
                signed = SignedRecord.decode(encoded);
                verdicts.add(VisionVerdict.decode(signed.record()));
            } catch (RuntimeException unreadable) {
                return new Declined(ClipRule.CLAIM_MALFORMED, String.valueOf(unreadable.getMessage()));
            }
            if (!signer.isMine(signed)) {
                return new Declined(ClipRule.VERDICT_NOT_MINE, signed.digest().toString());
            }
            VisionVerdict last = verdicts.get(verdicts.size() - 1);
            if (!last.deviceId().equals(deviceId)) {
                return new Declined(ClipRule.VERDICT_OF_OTHER_DEVICE, last.deviceId());
            }
        }
        return new Judged(document(judge.judge(device.get(), period, energyWh, verdicts, minutes)));
    }

    private static Map<String, Object> document(JudgeEnergy.Outcome outcome) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("verdict", outcome.judgement().consistency().name());
        out.put(
                "reasons",
                outcome.judgement().reasons().stream()
                        .map(AskConsistency::reason)
                        .toList());
        out.put(
                "excess",
                outcome.judgement().excess().stream()
                        .map(EvidenceRecords::rounded)
                        .toList());
        List<Map<String, Object>> expected = new ArrayList<>();
        for (ExpectedPower power : outcome.expected()) {
            expected.add(EvidenceRecords.expected(power));
        }
        out.put("expected", expected);
        outcome.correlation().ifPresent(result -> out.put("correlation", correlation(result)));
        return out;
    }

    private static Map<String, Object> reason(JudgementReason reason) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("code", reason.name());
        out.put("text", reason.sentence());
        return out;
    }

    private static Map<String, Object> correlation(Result result) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("answer", result.answer().name());
        out.put("pairs", result.pairs());
        out.put("correlation", EvidenceRecords.rounded(result.correlation()));
        out.put("low", EvidenceRecords.rounded(result.low()));
        out.put("high", EvidenceRecords.rounded(result.high()));
        return out;
    }
}
