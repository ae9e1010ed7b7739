package energy.registry.vision.application;

import energy.registry.domain.evidence.RotorState;
import energy.registry.vision.guard.FootagePrint;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was found in one clip, ready to be signed and kept.
 *
 * @param integrity codes of what speaks against the footage
 * @param reasons codes of why the state is what it is
 * @param record the evidence record's bytes
 * @param files what is kept beside it, by name; their digests stand in the record
 * @param print to know the footage again in other bytes
 */
record Findings(
        RotorState state,
        long microRpm,
        long standardUncertaintyMicroRpm,
        List<String> integrity,
        List<String> reasons,
        byte[] record,
        Map<String, byte[]> files,
        Optional<FootagePrint> print) {
    /** Of bytes that are no footage. */
    static Findings unreadable(String reason, byte[] record) {
        return new Findings(
                RotorState.INCONCLUSIVE, 0, 0, List.of(), List.of(reason), record, Map.of(), Optional.empty());
    }
}
