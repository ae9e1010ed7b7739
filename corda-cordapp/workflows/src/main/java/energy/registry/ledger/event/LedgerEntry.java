package energy.registry.ledger.event;

import energy.registry.ledger.contract.RegistryCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import net.corda.core.contracts.Command;
import net.corda.core.contracts.ContractState;
import net.corda.core.contracts.StateRef;
import net.corda.core.contracts.TransactionResolutionException;
import net.corda.core.contracts.TransactionState;
import net.corda.core.crypto.SecureHash;
import net.corda.core.node.ServicesForResolution;
import net.corda.core.transactions.WireTransaction;

/** A transaction with its states by kind; inputs are read when they are asked for. */
final class LedgerEntry {
    private final WireTransaction tx;
    private final ServicesForResolution services;
    private List<ContractState> inputs;

    LedgerEntry(WireTransaction tx, ServicesForResolution services) {
        this.tx = tx;
        this.services = services;
    }

    /** 64 lower-case hexadecimal digits. */
    String txId() {
        return textOf(tx.getId());
    }

    static String textOf(SecureHash txId) {
        return txId.toString().toLowerCase(Locale.ROOT);
    }

    Optional<RegistryCommand> command() {
        for (Command<?> command : tx.getCommands()) {
            if (command.getValue() instanceof RegistryCommand) {
                return Optional.of((RegistryCommand) command.getValue());
            }
        }
        return Optional.empty();
    }

    <T extends ContractState> List<T> outputs(Class<T> kind) {
        List<T> states = new ArrayList<>();
        for (TransactionState<?> output : tx.getOutputs()) {
            if (kind.isInstance(output.getData())) {
                states.add(kind.cast(output.getData()));
            }
        }
        return states;
    }

    /** Index among all outputs. */
    int indexOf(ContractState output) {
        for (int i = 0; i < tx.getOutputs().size(); i++) {
            if (tx.getOutputs().get(i).getData() == output) {
                return i;
            }
        }
        throw new IllegalArgumentException("not an output of " + txId());
    }

    <T extends ContractState> List<T> inputs(Class<T> kind) {
        if (inputs == null) {
            inputs = readInputs();
        }
        List<T> states = new ArrayList<>();
        for (ContractState input : inputs) {
            if (kind.isInstance(input)) {
                states.add(kind.cast(input));
            }
        }
        return states;
    }

    /** What follows from where an input stands: the transaction that made it and its index there. */
    <T> T numberOfInput(ContractState input, BiFunction<String, Integer, T> number) {
        for (int i = 0; i < inputs.size(); i++) {
            if (inputs.get(i) == input) {
                StateRef place = tx.getInputs().get(i);
                return number.apply(textOf(place.getTxhash()), place.getIndex());
            }
        }
        throw new IllegalArgumentException("not an input of " + txId());
    }

    private List<ContractState> readInputs() {
        List<ContractState> states = new ArrayList<>();
        for (StateRef ref : tx.getInputs()) {
            try {
                states.add(load(ref).getData());
            } catch (TransactionResolutionException e) {
                throw new IllegalStateException("a recorded transaction's inputs are recorded too", e);
            }
        }
        return states;
    }

    private TransactionState<?> load(StateRef ref) throws TransactionResolutionException {
        return services.loadState(ref);
    }
}
