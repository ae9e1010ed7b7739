package energy.registry.ledger.contract;

import energy.registry.domain.certificate.CertificateBundle;
import energy.registry.domain.certificate.CertificateEnd;
import energy.registry.domain.rule.Rule;
import energy.registry.domain.rule.Verdict;
import energy.registry.ledger.state.CertificateState;
import energy.registry.ledger.state.CertificateStatus;
import energy.registry.ledger.state.EndState;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.corda.core.contracts.CommandWithParties;
import net.corda.core.contracts.ContractState;
import net.corda.core.contracts.TimeWindow;
import net.corda.core.identity.Party;
import net.corda.core.transactions.LedgerTransaction;

/** What the rules may look at: a transaction's states by kind, its signers, its notary and its time window. */
final class Facts {
    private final LedgerTransaction tx;
    private final Set<PublicKey> signers = new HashSet<>();

    Facts(LedgerTransaction tx) {
        this.tx = tx;
        for (CommandWithParties<?> command : tx.getCommands()) {
            signers.addAll(command.getSigners());
        }
    }

    <T extends ContractState> List<T> inputs(Class<T> kind) {
        return tx.inputsOfType(kind);
    }

    <T extends ContractState> List<T> outputs(Class<T> kind) {
        return tx.outputsOfType(kind);
    }

    <T extends ContractState> List<T> references(Class<T> kind) {
        return tx.referenceInputsOfType(kind);
    }

    Party notary() {
        return tx.getNotary();
    }

    boolean isSignedBy(PublicKey key) {
        return signers.contains(key);
    }

    /** Whether the transaction consumes, makes and refers to as many states as these and nothing else. */
    boolean hasOnly(int inputs, int outputs, int references) {
        return tx.getInputs().size() == inputs
                && tx.getOutputs().size() == outputs
                && tx.getReferences().size() == references;
    }

    int outputsCount() {
        return tx.getOutputs().size();
    }

    private Instant until() {
        TimeWindow window = tx.getTimeWindow();
        return window == null ? null : window.getUntilTime();
    }

    /** Whether the notary vouches that the transaction happens before {@code end}. */
    boolean happensBefore(Instant end) {
        Instant until = until();
        return until != null && !until.isAfter(end);
    }

    /** Whether the notary vouches that the transaction happens at {@code epochSecond} or later. */
    boolean happensFrom(long epochSecond) {
        TimeWindow window = tx.getTimeWindow();
        Instant from = window == null ? null : window.getFromTime();
        return from != null && from.getEpochSecond() >= epochSecond;
    }

    /** Whether the notary vouches that the transaction happens at {@code start} or later. */
    boolean happensAfter(Instant start) {
        TimeWindow window = tx.getTimeWindow();
        return window != null
                && window.getFromTime() != null
                && !window.getFromTime().isBefore(start);
    }

    /** Start of the notarised window, UTC; 0 where the window has none. */
    long fromEpochSecond() {
        TimeWindow window = tx.getTimeWindow();
        return window == null || window.getFromTime() == null
                ? 0
                : window.getFromTime().getEpochSecond();
    }

    /** Whether each certificate is free, has its piece and may be traded. */
    Verdict eachCanMove(List<CertificateState> certificates, List<SerialRange> pieces) {
        for (int i = 0; i < certificates.size(); i++) {
            CertificateState state = certificates.get(i);
            SerialRange piece = pieces.get(i);
            Verdict verdict = Verdict.firstOf(() -> isActive(state), () -> Pieces.canTake(state.certificate(), piece));
            if (!verdict.isValid()) {
                return verdict;
            }
        }
        return eachIsTradable(certificates);
    }

    static Verdict isActive(CertificateState state) {
        return Rule.CERTIFICATE_IS_ACTIVE.holds(
                state.status() == CertificateStatus.ACTIVE,
                state.certificate().certificateId() + " is " + state.status());
    }

    static Verdict isNotAbroad(CertificateState state) {
        return Rule.CERTIFICATE_IS_NOT_ABROAD.holds(
                state.status() != CertificateStatus.EXPORT_PENDING,
                state.certificate().certificateId());
    }

    Verdict eachIsTradable(List<CertificateState> certificates) {
        for (CertificateState state : certificates) {
            CertificateBundle bundle = state.certificate();
            Instant end = Instant.ofEpochSecond(bundle.issuance().tradableUntilEpochSecond());
            if (!happensBefore(end)) {
                return Rule.CERTIFICATE_IS_NOT_EXPIRED.isBrokenBy(bundle.certificateId());
            }
        }
        return Verdict.VALID;
    }

    /** Whether the second lies in the notarised window, which has both ends. */
    boolean happensAround(long epochSecond) {
        TimeWindow window = tx.getTimeWindow();
        if (window == null || window.getFromTime() == null || window.getUntilTime() == null) {
            return false;
        }
        return epochSecond >= window.getFromTime().getEpochSecond()
                && epochSecond <= window.getUntilTime().getEpochSecond();
    }

    Verdict shape(boolean expected) {
        return Rule.STATES_ARE_EXPECTED.holds(
                expected,
                tx.getInputs().size() + " inputs, " + tx.getOutputs().size() + " outputs, "
                        + tx.getReferences().size() + " references");
    }

    Verdict signedBy(PublicKey key, String who) {
        return Rule.REQUIRED_KEYS_SIGN.holds(isSignedBy(key), who + " does not sign");
    }

    /** Whether the transaction's only end record is this one. */
    Verdict ends(CertificateEnd expected, Party issuer) {
        List<EndState> made = outputs(EndState.class);
        boolean follows = made.size() == 1
                && Arrays.equals(made.get(0).getEnd(), expected.encode())
                && made.get(0).getIssuer().equals(issuer);
        return Rule.END_LISTS_CERTIFICATES.holds(follows, "expected " + expected.lines());
    }

    /** Whether one and the same key holds all of them. */
    static boolean haveOneOwner(List<CertificateState> certificates) {
        return certificates.stream().map(CertificateState::getOwner).distinct().count() == 1;
    }
}
