package energy.registry.ledger.attack;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.corda.core.contracts.ContractState;
import net.corda.core.contracts.StateRef;
import net.corda.core.crypto.SecureHash;
import net.corda.core.identity.Party;

/** The unspent states of one ledger, and its notary: what is spent, or never was, is no input. */
final class World {
    private final Map<StateRef, Entry> unspent = new HashMap<>();
    private final Party notary;
    private long transactions;

    World(Party notary) {
        this.notary = notary;
    }

    Party notary() {
        return notary;
    }

    /** Unspent states of a kind, in the order of their making. */
    <T extends ContractState> List<Entry> all(Class<T> kind) {
        return unspent.values().stream()
                .filter(entry -> kind.isInstance(entry.state))
                .sorted((a, b) -> a.ref.toString().compareTo(b.ref.toString()))
                .collect(Collectors.toList());
    }

    /** What a node finds wrong before it asks the contract, if anything. */
    static Optional<LedgerRule> malformed(Move move) {
        Set<StateRef> taken = new HashSet<>();
        for (Entry input : move.inputs) {
            if (!taken.add(input.ref)) {
                return Optional.of(LedgerRule.INPUT_COMES_ONCE);
            }
        }
        boolean overlaps = move.references.stream().anyMatch(reference -> taken.contains(reference.ref));
        return overlaps ? Optional.of(LedgerRule.INPUT_IS_NO_REFERENCE) : Optional.empty();
    }

    /** Why the notary does not sign, if it does not. */
    Optional<LedgerRule> notarysRefusal(Move move) {
        if (!move.notary.equals(notary)) {
            return Optional.of(LedgerRule.NOTARY_IS_THAT_OF_THE_STATES);
        }
        boolean unknown = move.inputs.stream().anyMatch(this::isNot)
                || move.references.stream().anyMatch(this::isNot);
        return unknown ? Optional.of(LedgerRule.STATE_IS_UNSPENT) : Optional.empty();
    }

    private boolean isNot(Entry entry) {
        Entry known = unspent.get(entry.ref);
        return known == null || known.state != entry.state;
    }

    void record(Move move) {
        SecureHash id = SecureHash.sha256("transaction " + transactions++);
        move.inputs.forEach(input -> unspent.remove(input.ref));
        for (int i = 0; i < move.outputs.size(); i++) {
            StateRef ref = new StateRef(id, i);
            unspent.put(ref, new Entry(ref, move.outputs.get(i)));
        }
    }
}
