package energy.registry.ingest.claim;

import energy.registry.domain.claim.CameraFinding;
import java.util.ArrayList;
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
        HOLD,
        /** No energy, and no evidence that would let the ledger's cursor move on for it. */
        NOTHING
    }

    public Judgement {
        reasons = List.copyOf(reasons);
    }

    /** The same with one more thing known against it. */
    public Judgement against(Next then, List<Reason> more) {
        List<Reason> all = new ArrayList<>(reasons);
        all.addAll(more);
        return new Judgement(then, finding, minWh, maxWh, all);
    }

    /** For an interval without energy: there is nothing to hold back. */
    public Judgement withoutEnergy() {
        return next == Next.HOLD ? new Judgement(Next.NOTHING, finding, minWh, maxWh, reasons) : this;
    }

    public boolean has(ReasonCode code) {
        return reasons.stream().anyMatch(reason -> reason.code().equals(code.name()));
    }
}
