package energy.registry.ledger.flow;

import co.paralleluniverse.fibers.Suspendable;
import energy.registry.domain.rule.Rule;
import energy.registry.domain.rule.Verdict;
import energy.registry.ledger.contract.RegistryCommand;
import energy.registry.ledger.contract.RegistryContract;
import energy.registry.ledger.event.LedgerEventLog;
import energy.registry.ledger.state.DeviceRegisterState;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.contracts.TimeWindow;
import net.corda.core.crypto.SecureHash;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.NotaryError;
import net.corda.core.flows.NotaryException;
import net.corda.core.transactions.SignedTransaction;
import net.corda.core.transactions.TransactionBuilder;

/**
 * What all acts on the ledger have in common.
 *
 * <ol>
 *   <li>A request that was done before gets its first result again.
 *   <li>Draft the transaction from the vault.
 *   <li>Sign it and hold it against the rule book; a refusal ends here, before anything leaves the node.
 *   <li>Collect consents, notarise, record here and everywhere.
 *   <li>Where another act took a state first, or the time window was missed, start again from the vault.
 * </ol>
 *
 * The request's id stands in the command and is indexed together with the vault, so that the first result is found again
 * after a crash too. It is looked up again after drafting: a draft from states of after the first run sees the first run.
 */
abstract class LedgerFlow<R> extends FlowLogic<R> {
    /** Draws for the same states before giving up; each waits for the winner to be recorded. */
    static final int ATTEMPTS_MAX = 12;

    static final Duration PAUSE = Duration.ofMillis(250);

    /** Looks, a pause apart, for what another flow is founding: a first consent over a cold network takes seconds. */
    private static final int FOUNDING_LOOKS_MAX = 160;

    /** How far the notary's clock may be behind ours. */
    static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(30);

    /** How long a transaction may take to the notary: a node that has just started loads its classes on the way. */
    private static final Duration NOTARISATION_TIME_MAX = Duration.ofMinutes(3);

    private final Class<? extends RegistryCommand> command;
    private final String requestId;

    LedgerFlow(Class<? extends RegistryCommand> command, String requestId) {
        this.command = command;
        this.requestId = requestId;
    }

    final String requestId() {
        return requestId;
    }

    /** The transaction as the vault stands now. */
    @Suspendable
    abstract LedgerDraft draft() throws FlowException;

    /** What the caller wants to know of the recorded transaction. */
    @Suspendable
    abstract R result(SignedTransaction recorded) throws FlowException;

    @Suspendable
    @Override
    public final R call() throws FlowException {
        String key = LedgerEventLog.requestKey(command, requestId);
        RunningRequests running = getServiceHub().cordaService(RunningRequests.class);
        if (!running.begin(key)) {
            throw LedgerRefusal.of(Rule.LEDGER_IS_NOT_CONTENDED.isBrokenBy("request " + requestId + " is under way"));
        }
        try {
            return result(settled(key));
        } finally {
            running.end(key);
        }
    }

    /** Founds the control state, or waits until whoever founds it is done. */
    @Suspendable
    final void foundControl() throws FlowException {
        for (int look = 0; look < FOUNDING_LOOKS_MAX && !view().findControl().isPresent(); look++) {
            foundUnlessUnderWay(new FoundControlState());
        }
    }

    /** The device register, founded with the control state where this is the first registration. */
    @Suspendable
    final StateAndRef<DeviceRegisterState> foundedRegister() throws FlowException {
        for (int look = 0; look < FOUNDING_LOOKS_MAX && !view().register().isPresent(); look++) {
            foundUnlessUnderWay(new FoundDeviceRegister());
        }
        foundControl();
        return view().register()
                .orElseThrow(() -> LedgerRefusal.of(
                        Rule.LEDGER_IS_NOT_CONTENDED.isBrokenBy("the register is being founded; try again")));
    }

    /** Runs a founding, or lets the one that is under way go on; the caller looks again whether it is there. */
    @Suspendable
    private void foundUnlessUnderWay(LedgerFlow<String> founding) throws FlowException {
        boolean underWay = false;
        try {
            subFlow(founding);
        } catch (LedgerRefusal refusal) {
            if (!refusal.getRule().equals(Rule.LEDGER_IS_NOT_CONTENDED.name())) {
                throw refusal;
            }
            underWay = true;
        }
        if (underWay) {
            sleep(PAUSE);
        }
    }

    @Suspendable
    private SignedTransaction settled(String key) throws FlowException {
        for (int attempt = 1; ; attempt++) {
            try {
                return settle(prepare(key));
            } catch (NotaryException e) {
                if (!isWorthAnotherDraft(e)) {
                    throw e;
                }
                if (attempt == ATTEMPTS_MAX) {
                    throw LedgerRefusal.of(Rule.LEDGER_IS_NOT_CONTENDED.isBrokenBy(attempt + " attempts"));
                }
            }
            sleep(PAUSE);
        }
    }

    /** Another act was first, or the transaction came too late to the notary: nothing was recorded, draft it anew. */
    static boolean isWorthAnotherDraft(NotaryException refused) {
        return refused.getError() instanceof NotaryError.Conflict
                || refused.getError() instanceof NotaryError.TimeWindowInvalid;
    }

    /** The signed transaction; the draft, with all that it has read, ends here and is in no checkpoint. */
    @Suspendable
    private Prepared prepare(String key) throws FlowException {
        SignedTransaction before = recordedFor(key);
        if (before != null) {
            return Prepared.recorded(before);
        }
        LedgerDraft draft = draft();
        before = recordedFor(key);
        if (before != null) {
            return Prepared.recorded(before);
        }
        SignedTransaction signed = getServiceHub().signInitialTransaction(draft.builder(), draft.keys());
        refuseUnlessLawful(signed);
        return Prepared.signed(signed, draft);
    }

    @Suspendable
    private SignedTransaction settle(Prepared prepared) throws FlowException {
        if (prepared.isRecorded()) {
            return prepared.transaction();
        }
        SignedTransaction agreed = prepared.signers().isEmpty()
                ? prepared.transaction()
                : subFlow(new AskConsent(prepared.transaction(), prepared.signers(), prepared.keys()));
        return subFlow(new RecordEverywhere(agreed, prepared.others()));
    }

    private SignedTransaction recordedFor(String key) {
        Optional<SecureHash> txId =
                getServiceHub().cordaService(LedgerEventLog.class).transactionOf(key);
        return txId.isPresent() ? getServiceHub().getValidatedTransactions().getTransaction(txId.get()) : null;
    }

    private void refuseUnlessLawful(SignedTransaction signed) throws FlowException {
        Verdict verdict = RegistryContract.verdictOn(signed.getTx().toLedgerTransaction(getServiceHub()));
        if (!verdict.isValid()) {
            throw LedgerRefusal.of(verdict);
        }
    }

    final LedgerView view() {
        return new LedgerView(getServiceHub());
    }

    final LedgerParties parties() {
        return new LedgerParties(getServiceHub());
    }

    final Instant now() {
        return getServiceHub().getClock().instant();
    }

    /** A builder under the registry's notary with a window around now. */
    final TransactionBuilder builder() {
        TransactionBuilder builder = new TransactionBuilder(parties().notary());
        builder.setTimeWindow(windowAround(now()));
        return builder;
    }

    static TimeWindow windowAround(Instant now) {
        return TimeWindow.between(now.minus(CLOCK_TOLERANCE), now.plus(NOTARISATION_TIME_MAX));
    }

    static String text(SecureHash txId) {
        return txId.toString().toLowerCase(Locale.ROOT);
    }
}
