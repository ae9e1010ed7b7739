package energy.registry.ledger.flow;

import energy.registry.domain.rule.Rule;
import energy.registry.domain.rule.Verdict;
import net.corda.core.flows.FlowException;

/** A rule said no. Checked, because every caller has to pass the rule's name on; it travels to the caller of the flow. */
public final class LedgerRefusal extends FlowException {
    private static final long serialVersionUID = 1L;

    private final String rule;
    private final String detail;

    /** Properties by name, as the wire format wants them. */
    public LedgerRefusal(String rule, String detail) {
        super(Verdict.PREFIX + rule + " " + Rule.valueOf(rule).sentence() + " " + detail);
        this.rule = rule;
        this.detail = detail;
    }

    static LedgerRefusal of(Verdict verdict) {
        return new LedgerRefusal(verdict.rule().name(), verdict.detail());
    }

    static void unless(Verdict verdict) throws LedgerRefusal {
        if (!verdict.isValid()) {
            throw of(verdict);
        }
    }

    /** Name of the constant in the rule book. */
    public String getRule() {
        return rule;
    }

    public String getDetail() {
        return detail;
    }
}
