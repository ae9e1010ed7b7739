package energy.registry.ledger.flow;

import energy.registry.domain.certificate.CertificateBundle;
import energy.registry.domain.certificate.Retirement;
import energy.registry.domain.certificate.StatementNumber;
import energy.registry.domain.claim.SignedClaim;
import energy.registry.domain.encoding.Digest;
import energy.registry.ledger.contract.Issue;
import energy.registry.ledger.event.LedgerEventLog;
import energy.registry.ledger.state.CertificateState;
import energy.registry.ledger.state.DeviceState;
import energy.registry.ledger.state.RetirementState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.corda.core.contracts.Command;
import net.corda.core.contracts.ContractState;
import net.corda.core.contracts.StateRef;
import net.corda.core.contracts.TransactionState;
import net.corda.core.crypto.SecureHash;
import net.corda.core.node.ServiceHub;
import net.corda.core.transactions.SignedTransaction;
import net.corda.core.utilities.OpaqueBytes;

/** Walks from a certificate back to its issue and forward to what consumed it. */
final class ProvenanceOf {
    private static final byte[] NOTHING = {};

    /** Transactions on one certificate's way: more hands than any certificate passes through. */
    private static final int TRANSACTIONS_MAX = 256;

    private final String certificateId;
    private final ServiceHub services;

    ProvenanceOf(String certificateId, ServiceHub services) {
        this.certificateId = certificateId;
        this.services = services;
    }

    Optional<Provenance> find() {
        List<SignedTransaction> touching = touching();
        if (touching.isEmpty()) {
            return Optional.empty();
        }
        Optional<CertificateBundle> certificate = certificateIn(touching.get(0));
        return certificate.map(bundle -> provenance(bundle, touching));
    }

    private List<SignedTransaction> touching() {
        Map<String, SignedTransaction> found = new LinkedHashMap<>();
        for (String txId : services.cordaService(LedgerEventLog.class).transactionsTouching(certificateId)) {
            found.computeIfAbsent(txId, id -> transaction(SecureHash.create(id)));
        }
        return new ArrayList<>(found.values());
    }

    /** The certificate's record: an output of the transaction that made it, or a line of the one that retired it. */
    private Optional<CertificateBundle> certificateIn(SignedTransaction transaction) {
        List<CertificateBundle> bundles = new ArrayList<>();
        for (CertificateState state : transaction.getTx().outputsOfType(CertificateState.class)) {
            bundles.add(state.certificate());
        }
        for (RetirementState state : transaction.getTx().outputsOfType(RetirementState.class)) {
            bundles.addAll(state.record().lines());
        }
        return bundles.stream()
                .filter(bundle -> bundle.certificateId().equals(certificateId))
                .findFirst();
    }

    private Provenance provenance(CertificateBundle certificate, List<SignedTransaction> touching) {
        List<SignedTransaction> chain = backwards(certificate, touching.get(0));
        for (SignedTransaction later : touching) {
            if (!chain.contains(later)) {
                chain.add(later);
            }
        }
        List<TransactionDetail> details = new ArrayList<>();
        chain.forEach(each -> details.add(new DetailOf(each, services).detail()));
        SignedTransaction last = chain.get(chain.size() - 1);
        int retired = retirementIn(last, certificate);
        byte[] retirement = retired < 0 ? NOTHING : retirementAt(last, retired).getRetirement();
        String statementNo =
                retired < 0 ? "" : StatementNumber.of(Digest.parse(LedgerFlow.text(last.getId())), retired);
        return new Provenance(
                new LedgerView(services)
                        .deviceVersion(
                                certificate.deviceId(),
                                certificate.issuance().device().deviceDigest())
                        .map(DeviceState::getDevice)
                        .orElse(NOTHING),
                claimOf(certificate, chain.get(0)),
                certificate.encode(),
                details,
                retirement,
                statementNo);
    }

    /** From the issue to {@code newest}, through the certificates that hold this one's serials. */
    private List<SignedTransaction> backwards(CertificateBundle certificate, SignedTransaction newest) {
        List<SignedTransaction> chain = new ArrayList<>();
        SignedTransaction at = newest;
        while (at != null && chain.size() < TRANSACTIONS_MAX) {
            chain.add(0, at);
            at = before(certificate, at);
        }
        return chain;
    }

    private SignedTransaction before(CertificateBundle certificate, SignedTransaction transaction) {
        if (isIssue(transaction)) {
            return null;
        }
        for (StateRef input : transaction.getInputs()) {
            SignedTransaction earlier = transaction(input.getTxhash());
            ContractState state =
                    earlier.getTx().getOutputs().get(input.getIndex()).getData();
            if (bundlesOf(state).stream().anyMatch(whole -> holds(whole, certificate))) {
                return earlier;
            }
        }
        return null;
    }

    /** A certificate, or the lines of a retirement that was reversed. */
    private static List<CertificateBundle> bundlesOf(ContractState state) {
        if (state instanceof CertificateState) {
            return Collections.singletonList(((CertificateState) state).certificate());
        }
        return state instanceof RetirementState
                ? ((RetirementState) state).record().lines()
                : Collections.emptyList();
    }

    private static boolean holds(CertificateBundle whole, CertificateBundle part) {
        return whole.deviceId().equals(part.deviceId())
                && whole.serialFromWh() <= part.serialFromWh()
                && part.serialToWh() <= whole.serialToWh();
    }

    private static boolean isIssue(SignedTransaction transaction) {
        return issueIn(transaction).isPresent();
    }

    private static Optional<Issue> issueIn(SignedTransaction transaction) {
        for (Command<?> command : transaction.getTx().getCommands()) {
            if (command.getValue() instanceof Issue) {
                return Optional.of((Issue) command.getValue());
            }
        }
        return Optional.empty();
    }

    private static byte[] claimOf(CertificateBundle certificate, SignedTransaction issue) {
        Optional<Issue> command = issueIn(issue);
        if (command.isPresent()) {
            for (OpaqueBytes claim : command.get().getClaims()) {
                Digest id = SignedClaim.decode(claim.getBytes()).claim().id();
                if (id.equals(certificate.issuance().claimId())) {
                    return claim.getBytes();
                }
            }
        }
        return NOTHING;
    }

    /** Index of the output that retires the certificate or a part of it, or -1. */
    private static int retirementIn(SignedTransaction transaction, CertificateBundle certificate) {
        List<TransactionState<ContractState>> outputs = transaction.getTx().getOutputs();
        for (int i = 0; i < outputs.size(); i++) {
            if (outputs.get(i).getData() instanceof RetirementState) {
                Retirement retirement = ((RetirementState) outputs.get(i).getData()).record();
                boolean retires = retirement.lines().stream()
                        .anyMatch(line -> holds(certificate, line) || holds(line, certificate));
                if (retires) {
                    return i;
                }
            }
        }
        return -1;
    }

    private static RetirementState retirementAt(SignedTransaction transaction, int index) {
        return (RetirementState) transaction.getTx().getOutputs().get(index).getData();
    }

    private SignedTransaction transaction(SecureHash txId) {
        SignedTransaction found = services.getValidatedTransactions().getTransaction(txId);
        if (found == null) {
            throw new IllegalStateException("the log names a transaction that is not recorded: " + txId);
        }
        return found;
    }
}
