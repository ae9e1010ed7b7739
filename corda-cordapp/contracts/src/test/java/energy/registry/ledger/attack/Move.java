package energy.registry.ledger.attack;

import energy.registry.domain.rule.Verdict;
import energy.registry.ledger.contract.RegistryContract;
import energy.registry.ledger.fixture.Parts;
import energy.registry.ledger.state.CertificateState;
import energy.registry.ledger.state.RetirementState;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import net.corda.core.contracts.AlwaysAcceptAttachmentConstraint;
import net.corda.core.contracts.CommandData;
import net.corda.core.contracts.CommandWithParties;
import net.corda.core.contracts.ContractState;
import net.corda.core.contracts.PrivacySalt;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.contracts.TimeWindow;
import net.corda.core.contracts.TransactionState;
import net.corda.core.crypto.DigestService;
import net.corda.core.crypto.SecureHash;
import net.corda.core.identity.Party;
import net.corda.core.transactions.LedgerTransaction;
import net.corda.testing.common.internal.ParametersUtilitiesKt;

/** A transaction on its way to the ledger; an attack works on a copy. */
final class Move extends Parts<Entry, Move> {
    private static final SecureHash ID = SecureHash.sha256("move");

    private Move(TimeWindow window, Party notary) {
        super(window, notary);
    }

    static Move of(CommandData command, Party notary, Instant now, PublicKey... signers) {
        Move move = new Move(TimeWindow.between(now.minusSeconds(30), now.plusSeconds(180)), notary);
        move.commands.add(command);
        move.signers.addAll(Arrays.asList(signers));
        return move;
    }

    @Override
    protected Move self() {
        return this;
    }

    @Override
    protected Move empty() {
        return new Move(window, notary);
    }

    CommandData command() {
        return commands.get(0);
    }

    <T> List<T> inputsOf(Class<T> kind) {
        return inputs.stream()
                .map(entry -> entry.state)
                .filter(kind::isInstance)
                .map(kind::cast)
                .collect(Collectors.toList());
    }

    <T> List<T> outputsOf(Class<T> kind) {
        return outputs.stream().filter(kind::isInstance).map(kind::cast).collect(Collectors.toList());
    }

    /** Index of the first output of a kind, or -1. */
    int firstOutput(Class<?> kind) {
        for (int i = 0; i < outputs.size(); i++) {
            if (kind.isInstance(outputs.get(i))) {
                return i;
            }
        }
        return -1;
    }

    /**
     * What the contract says. An exception in it refuses a transaction too, as a node would; it comes back as such.
     *
     * @throws RuntimeException when the contract breaks off instead of refusing
     */
    Verdict contractsVerdict() {
        return RegistryContract.verdictOn(transaction());
    }

    private LedgerTransaction transaction() {
        List<StateAndRef<ContractState>> ins = stateAndRefs(inputs);
        List<TransactionState<ContractState>> outs =
                outputs.stream().map(this::onLedger).collect(Collectors.toList());
        List<CommandWithParties<CommandData>> all = commands.stream()
                .map(command -> new CommandWithParties<>(signers, Collections.emptyList(), command))
                .collect(Collectors.toList());
        return LedgerTransaction.Companion.createForContractVerify(
                ins,
                outs,
                all,
                Collections.emptyList(),
                ID,
                notary,
                window,
                new PrivacySalt(),
                ParametersUtilitiesKt.testNetworkParameters(),
                stateAndRefs(references),
                DigestService.Companion.getSha2_256());
    }

    private List<StateAndRef<ContractState>> stateAndRefs(List<Entry> entries) {
        return entries.stream()
                .map(entry -> new StateAndRef<>(onLedger(entry.state), entry.ref))
                .collect(Collectors.toList());
    }

    private TransactionState<ContractState> onLedger(ContractState state) {
        return new TransactionState<>(
                state, RegistryContract.ID, notary, null, AlwaysAcceptAttachmentConstraint.INSTANCE);
    }

    @Override
    public String toString() {
        return command().getClass().getSimpleName() + " of "
                + names(inputs.stream().map(entry -> entry.state).collect(Collectors.toList())) + " into "
                + names(outputs);
    }

    private static List<String> names(List<ContractState> states) {
        return states.stream().map(Move::name).collect(Collectors.toList());
    }

    private static String name(ContractState state) {
        try {
            if (state instanceof CertificateState) {
                return ((CertificateState) state).status() + " " + ((CertificateState) state).certificate();
            }
            return state instanceof RetirementState
                    ? "RETIRED " + ((RetirementState) state).record().lines()
                    : state.getClass().getSimpleName();
        } catch (IllegalArgumentException unreadable) {
            return "unreadable " + state.getClass().getSimpleName();
        }
    }
}
