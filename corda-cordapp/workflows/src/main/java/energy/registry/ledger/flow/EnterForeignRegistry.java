package energy.registry.ledger.flow;

import co.paralleluniverse.fibers.Suspendable;
import energy.registry.domain.exchange.ForeignRegistry;
import energy.registry.domain.identity.SigningKey;
import energy.registry.domain.rule.Rule;
import energy.registry.ledger.contract.EnterRegistry;
import energy.registry.ledger.state.ControlState;
import energy.registry.ledger.state.ForeignRegistryState;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.StartableByRPC;
import net.corda.core.identity.Party;
import net.corda.core.transactions.SignedTransaction;

/** Enters a foreign registry with its key, with the regulator's consent; runs on the issuing body's node. */
@StartableByRPC
public final class EnterForeignRegistry extends LedgerFlow<String> {
    private final String name;
    private final byte[] key;
    private final String actor;
    private final String reason;

    /** @param key SubjectPublicKeyInfo */
    public EnterForeignRegistry(String requestId, String name, byte[] key, String actor, String reason) {
        super(EnterRegistry.class, requestId);
        this.name = name;
        this.key = key.clone();
        this.actor = actor;
        this.reason = reason;
    }

    @Suspendable
    @Override
    LedgerDraft draft() throws FlowException {
        if (view().foreignRegistry(name).isPresent()) {
            throw LedgerRefusal.of(Rule.REGISTRY_IS_COMPLETE.isBrokenBy("registry '" + name + "' is entered"));
        }
        ControlState control = view().control().getState().getData();
        ForeignRegistryState entered = new ForeignRegistryState(
                ForeignRegistry.fresh(name, SigningKey.of(key)).encode(),
                control.getIssuer(),
                control.getRegulator(),
                control.getNotary(),
                parties().observers());
        return LedgerDraft.of(
                        builder()
                                .addOutputState(entered)
                                .addCommand(
                                        new EnterRegistry(requestId(), actor, reason),
                                        control.getIssuer().getOwningKey(),
                                        control.getRegulator().getOwningKey()),
                        parties().others(parties().observers().toArray(new Party[0])),
                        control.getIssuer().getOwningKey())
                .withConsentOf(control.getRegulator());
    }

    @Override
    String result(SignedTransaction recorded) {
        return text(recorded.getId());
    }
}
