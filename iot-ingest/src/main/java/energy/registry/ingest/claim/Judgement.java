package energy.registry.ingest.claim;

import energy.registry.domain.claim.CameraFinding;
import java.util.List;

/**
 * What the evidence says about one interval.
 *
 * @param minWh lower end of the permitted energy, Wh
 * @param maxWh upper end, Wh
 */
public record Judgement(Next next, CameraFinding finding, long minWh, long maxWh, List<Reason> reasons) {
    /** What happens with the interval. */
    public enum Next {
        CLAIM,
        WAIT,
        HOLD
    }

    public Judgement {
        reasons = List.copyOf(reasons);
    }

    public boolean has(ReasonCode code) {
        return reasons.stream().anyMatch(reason -> reason.code().equals(code.name()));
    }
}
