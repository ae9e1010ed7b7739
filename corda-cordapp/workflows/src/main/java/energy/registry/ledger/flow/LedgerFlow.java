package energy.registry.ledger.flow;

import co.paralleluniverse.fibers.Suspendable;
import energy.registry.domain.rule.Rule;
import energy.registry.domain.rule.Verdict;
import energy.registry.ledger.contract.RegistryCommand;
import energy.registry.ledger.contract.RegistryContract;
import energy.registry.ledger.event.LedgerEventLog;
import energy.registry.ledger.state.AccountState;
import energy.registry.ledger.state.ControlState;
import energy.registry.ledger.state.DeviceRegisterState;
import energy.registry.ledger.state.Keys;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import net.corda.core.contracts.ContractState;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.contracts.TimeWindow;
import net.corda.core.crypto.SecureHash;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.NotaryError;
import net.corda.core.flows.NotaryException;
import net.corda.core.identity.AnonymousParty;
import net.corda.core.identity.Party;
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

    /** The pause grows to so many times the first one: then the winner is recorded on a busy machine too. */
    private static final int PAUSES_MAX = 6;

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
        Turns turns = getServiceHub().cordaService(Turns.class);
        try {
            awaitTurn(turns, key);
            SignedTransaction recorded = settled(key);
            turns.leave(key);
            return result(recorded);
        } finally {
            turns.leave(key);
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

    /** Names of what the act takes and others on this node may be after too; they go one after the other. */
    @Suspendable
    List<String> contended() throws FlowException {
        return Collections.emptyList();
    }

    @Suspendable
    private void awaitTurn(Turns turns, String key) throws FlowException {
        List<String> wanted = contended();
        if (!wanted.isEmpty() && !turns.take(key, wanted).isDone()) {
            await(new AwaitTurn(turns, key, wanted));
        }
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
            sleep(pause(attempt));
        }
    }

    /** Longer after each try and never the same for two flows, so that those who met once do not meet again. */
    private static Duration pause(int attempt) {
        long bound = PAUSE.toMillis() * Math.min(attempt, PAUSES_MAX);
        return Duration.ofMillis(bound / 2 + ThreadLocalRandom.current().nextLong(bound));
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
        return answersWhenRecordedHere()
                ? recordedHere(agreed, prepared)
                : subFlow(new RecordEverywhere(agreed, prepared.others()));
    }

    /**
     * Whether the caller is answered as soon as this node has recorded the transaction, while the others are still told of
     * it: so for acts whose parties all read from this node.
     */
    boolean answersWhenRecordedHere() {
        return false;
    }

    @Suspendable
    private SignedTransaction recordedHere(SignedTransaction agreed, Prepared prepared) throws FlowException {
        Recording recording = getServiceHub().cordaService(Recording.class);
        return await(new RecordHereFirst(recording, agreed, prepared.others()));
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

    /** The control state, which the regulator's node has where this one is not told of it. */
    @Suspendable
    final StateAndRef<ControlState> control() throws FlowException {
        Optional<StateAndRef<ControlState>> own = view().findControl();
        Optional<StateAndRef<ControlState>> found =
                own.isPresent() ? own : askRegulator(ControlState.class, StateQuery.of(StateQuery.Kind.CONTROL, ""));
        return found.isPresent() ? found.get() : view().control();
    }

    /** An account of any node. */
    @Suspendable
    final StateAndRef<AccountState> anyAccount(String accountId) throws FlowException {
        Optional<StateAndRef<AccountState>> own = view().findAccount(accountId);
        if (own.isPresent()) {
            return own.get();
        }
        return learnt(StateQuery.of(StateQuery.Kind.ACCOUNT, accountId), "account '" + accountId + "'");
    }

    /** The node that hosts the account of a key. */
    @Suspendable
    final Party hostOf(PublicKey key) throws FlowException {
        Party known = getServiceHub().getIdentityService().wellKnownPartyFromAnonymous(new AnonymousParty(key));
        if (known != null) {
            return known;
        }
        String keyId = Keys.idOf(key);
        return learnt(StateQuery.of(StateQuery.Kind.ACCOUNT_OF_KEY, keyId), "key " + keyId)
                .getState()
                .getData()
                .getHost();
    }

    /** An account that the regulator's node tells; this node knows its key from now on. */
    @Suspendable
    private StateAndRef<AccountState> learnt(StateQuery query, String named) throws FlowException {
        StateAndRef<AccountState> told = askRegulator(AccountState.class, query)
                .orElseThrow(() -> LedgerRefusal.of(Rule.ACCOUNT_EXISTS.isBrokenBy(named)));
        AccountState account = told.getState().getData();
        getServiceHub().getIdentityService().registerKey(account.getKey(), account.getHost(), null);
        return told;
    }

    @Suspendable
    final <T extends ContractState> Optional<StateAndRef<T>> askRegulator(Class<T> kind, StateQuery query)
            throws FlowException {
        if (parties().self().equals(parties().regulator())) {
            return Optional.empty();
        }
        List<StateAndRef<ContractState>> told =
                subFlow(new AskRegulator(parties().regulator(), query));
        return told.isEmpty() ? Optional.empty() : Optional.of(ofKind(kind, told.get(0)));
    }

    @SuppressWarnings("unchecked")
    private static <T extends ContractState> StateAndRef<T> ofKind(Class<T> kind, StateAndRef<ContractState> told)
            throws FlowException {
        if (!kind.isInstance(told.getState().getData())) {
            throw new FlowException("the regulator's node told another state than was asked for");
        }
        return (StateAndRef<T>) (StateAndRef<?>) told;
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
