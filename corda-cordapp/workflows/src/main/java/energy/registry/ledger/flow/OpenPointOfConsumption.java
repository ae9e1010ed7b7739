package energy.registry.ledger.flow;

import co.paralleluniverse.fibers.Suspendable;
import energy.registry.domain.consumption.ConsumptionCursor;
import energy.registry.domain.consumption.ConsumptionPoint;
import energy.registry.domain.encoding.Digest;
import energy.registry.domain.identity.SigningKey;
import energy.registry.domain.register.Fingerprint;
import energy.registry.domain.rule.Rule;
import energy.registry.ledger.contract.OpenConsumptionPoint;
import energy.registry.ledger.state.AccountState;
import energy.registry.ledger.state.ConsumptionState;
import energy.registry.ledger.state.DeviceRegisterState;
import energy.registry.ledger.state.Keys;
import java.time.Instant;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.StartableByRPC;
import net.corda.core.identity.Party;
import net.corda.core.transactions.SignedTransaction;
import net.corda.core.transactions.TransactionBuilder;

/** Opens a point of consumption of an account, whose meter the issuing body has seen; its names are new to the register. */
@StartableByRPC
public final class OpenPointOfConsumption extends LedgerFlow<String> {
    private final String actor;
    private final String reason;
    private final String accountId;
    private final String pointId;
    private final String meterId;
    private final byte[] meterKey;
    private final int intervalSeconds;
    private final Instant since;

    /**
     * @param meterKey as SubjectPublicKeyInfo
     * @param intervalSeconds the grid of the meter's statements, s
     * @param since no earlier consumption can be claimed
     */
    public OpenPointOfConsumption(
            String requestId,
            String actor,
            String reason,
            String accountId,
            String pointId,
            String meterId,
            byte[] meterKey,
            int intervalSeconds,
            Instant since) {
        super(OpenConsumptionPoint.class, requestId);
        this.actor = actor;
        this.reason = reason;
        this.accountId = accountId;
        this.pointId = pointId;
        this.meterId = meterId;
        this.meterKey = meterKey.clone();
        this.intervalSeconds = intervalSeconds;
        this.since = since;
    }

    @Suspendable
    @Override
    LedgerDraft draft() throws FlowException {
        StateAndRef<DeviceRegisterState> found = foundedRegister();
        DeviceRegisterState register = found.getState().getData();
        StateAndRef<AccountState> owner = view().account(accountId);
        AccountState account = owner.getState().getData();
        ConsumptionPoint point = point(account);
        Digest root = Digest.of(register.getRoot());
        DeviceFingerprints fingerprints = getServiceHub().cordaService(DeviceFingerprints.class);
        if (!fingerprints.areNew(Fingerprint.of(point), root).isValid()) {
            throw LedgerRefusal.of(Rule.CONSUMPTION_POINT_IS_NEW.isBrokenBy("'" + pointId + "' or its meter"));
        }
        DeviceFingerprints.Addition addition = fingerprints.add(Fingerprint.of(point), root);
        Party issuer = register.getIssuer();
        TransactionBuilder builder = builder()
                .addInputState(found)
                .addReferenceState(owner.referenced())
                .addOutputState(register.withRoot(addition.root()))
                .addOutputState(
                        new ConsumptionState(ConsumptionCursor.fresh(point).encode(), issuer, register.getNotary()))
                .addCommand(
                        new OpenConsumptionPoint(requestId(), actor, reason, addition.proofs()), issuer.getOwningKey());
        return LedgerDraft.of(builder, parties().others(account.getHost()), issuer.getOwningKey());
    }

    private ConsumptionPoint point(AccountState account) throws LedgerRefusal {
        try {
            return new ConsumptionPoint(
                    pointId,
                    accountId,
                    Keys.kernelKey(account.getKey()),
                    meterId,
                    SigningKey.of(meterKey),
                    intervalSeconds,
                    since.getEpochSecond());
        } catch (IllegalArgumentException e) {
            throw LedgerRefusal.of(Rule.CONSUMPTION_POINT_IS_COMPLETE.isBrokenBy(e.getMessage()));
        }
    }

    @Override
    String result(SignedTransaction recorded) {
        return text(recorded.getId());
    }
}
