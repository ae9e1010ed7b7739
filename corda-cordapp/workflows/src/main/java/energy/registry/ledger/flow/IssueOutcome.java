package energy.registry.ledger.flow;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.corda.core.serialization.CordaSerializable;

/** What became of each claim of a batch, in the order given. */
@CordaSerializable
public final class IssueOutcome {
    private final List<ClaimOutcome> outcomes;

    public IssueOutcome(List<ClaimOutcome> outcomes) {
        this.outcomes = Collections.unmodifiableList(new ArrayList<>(outcomes));
    }

    public List<ClaimOutcome> getOutcomes() {
        return outcomes;
    }
}
