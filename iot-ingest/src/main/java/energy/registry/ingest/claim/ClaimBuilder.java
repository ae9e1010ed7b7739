package energy.registry.ingest.claim;

import energy.registry.domain.claim.CameraFinding;
import energy.registry.domain.claim.EnergyEnvelope;
import energy.registry.domain.claim.GenerationClaim;
import energy.registry.domain.device.CameraPolicy;
import energy.registry.domain.encoding.Digest;
import energy.registry.domain.evidence.IntervalStatement;
import energy.registry.domain.evidence.Origin;
import energy.registry.domain.evidence.Signatory;
import energy.registry.domain.evidence.SignedRecord;
import energy.registry.domain.merkle.MerkleTree;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Builds the claim for a run of consecutive intervals of one statement that share a finding. */
public final class ClaimBuilder {
    private static final String WITHOUT_CAMERA = "capacity-envelope-1";

    private ClaimBuilder() {}

    /**
     * @param judgements of the claimed intervals, in order, all with the same finding
     * @param verdicts signed verdicts on clips of the claimed intervals, in evidence order
     */
    public static GenerationClaim build(
            String deviceId,
            CameraPolicy policy,
            SignedRecord signed,
            int first,
            List<Judgement> judgements,
            List<SignedRecord> verdicts) {
        CameraFinding finding = judgements.get(0).finding();
        return new GenerationClaim(
                deviceId,
                signed,
                first,
                judgements.stream().mapToLong(Judgement::minWh).toArray(),
                judgements.stream().mapToLong(Judgement::maxWh).toArray(),
                finding,
                evidenceRoot(signed, verdicts),
                marks(IntervalStatement.decode(signed.record()), policy, judgements),
                finding == CameraFinding.CONSISTENT ? EnergyEnvelope.MODEL : WITHOUT_CAMERA);
    }

    private static Digest evidenceRoot(SignedRecord signed, List<SignedRecord> verdicts) {
        List<byte[]> leaves = new ArrayList<>();
        leaves.add(signed.encode());
        verdicts.forEach(verdict -> leaves.add(verdict.encode()));
        return MerkleTree.over(leaves).root();
    }

    private static List<String> marks(IntervalStatement statement, CameraPolicy policy, List<Judgement> judgements) {
        Set<String> marks = new LinkedHashSet<>();
        if (statement.origin() != Origin.LIVE) {
            marks.add(statement.origin().name());
        }
        if (statement.signatory() == Signatory.METERING_AGENT) {
            marks.add("METERING_AGENT");
        } else if (statement.signatory() == Signatory.METERING_AGENT_FROM_POWER) {
            marks.add("REGISTER_FROM_POWER");
        }
        marks.add("CAMERA_" + policy.name());
        if (judgements.stream().anyMatch(judgement -> judgement.has(ReasonCode.ENERGY_BELOW_ENVELOPE))) {
            marks.add(ReasonCode.ENERGY_BELOW_ENVELOPE.name());
        }
        return new ArrayList<>(marks);
    }
}
