package energy.registry.ops.verify;

import energy.registry.domain.certificate.CertificateBundle;
import energy.registry.domain.certificate.DeviceAttributes;
import energy.registry.domain.certificate.IssuanceRecord;
import energy.registry.domain.certificate.Retirement;
import energy.registry.domain.certificate.StatementNumber;
import energy.registry.domain.claim.GenerationClaim;
import energy.registry.domain.encoding.Digest;
import energy.registry.domain.evidence.IntervalStatement;
import energy.registry.domain.identity.PlatformSignatures;
import energy.registry.domain.identity.SignatureCheck;
import energy.registry.domain.identity.SigningKey;
import energy.registry.domain.ledger.TransactionSignature;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The links from the claim to the certificate, its owners and its retirement. Each says what is wrong, or nothing. */
final class LedgerLinks {
    private static final String HOLDS = EvidenceLinks.HOLDS;

    private final Bundle bundle;
    private final PublishedKeys published;
    private final SignatureCheck signatures = new PlatformSignatures();

    LedgerLinks(Bundle bundle, PublishedKeys published) {
        this.bundle = bundle;
        this.published = published;
    }

    String deviceDigest() {
        Digest named = bundle.certificate().issuance().device().deviceDigest();
        return named.equals(bundle.device().digest())
                ? HOLDS
                : "the certificate names " + named + ", the record is "
                        + bundle.device().digest();
    }

    String certificateFields() {
        CertificateBundle certificate = bundle.certificate();
        if (!certificate.certificateId().equals(bundle.certificateId())) {
            return "the certificate's own id is " + certificate.certificateId();
        }
        IssuanceRecord issuance = certificate.issuance();
        IssuanceRecord expected = IssuanceRecord.of(
                DeviceAttributes.of(bundle.device()),
                bundle.claim().claim(),
                issuance.issuingBody(),
                issuance.issuedEpochSecond(),
                bundle.device().standing().supportIn(bundle.claim().claim().period()));
        if (!Arrays.equals(expected.encode(), issuance.encode())) {
            return "the certificate was issued from another claim or device";
        }
        return isOnLedger(certificate) ? HOLDS : "no transaction has this certificate among its outputs";
    }

    private boolean isOnLedger(CertificateBundle certificate) {
        byte[] bytes = certificate.encode();
        return bundle.transactions().stream()
                .flatMap(transaction -> transaction.outputs().stream())
                .flatMap(output -> new SerialisedState(output).records(CertificateBundle.TAG).stream())
                .anyMatch(record -> Arrays.equals(record, bytes));
    }

    /** The energy of every interval that was issued is what the register moved by in it. */
    String registerDifference() {
        Optional<CertificateBundle> issued = issued();
        if (issued.isEmpty()) {
            return "the first transaction issues no certificate with these serials";
        }
        GenerationClaim claim = bundle.claim().claim();
        IntervalStatement statement = claim.statement();
        for (int i = 0; i < claim.intervalCount(); i++) {
            long energy = statement.energy(claim.firstInterval() + i).toLong();
            long serials = serialsIn(
                    issued.get(), statement.period(claim.firstInterval() + i).startEpochSecond());
            if (serials != energy) {
                return "the register moved by " + energy + " Wh and " + serials + " Wh were issued";
            }
        }
        return issued.get().quantity().equals(claim.energy()) ? HOLDS : "more was issued than claimed";
    }

    private static long serialsIn(CertificateBundle issued, long start) {
        for (int i = 0; i < issued.intervalCount(); i++) {
            if (issued.period(i).startEpochSecond() == start) {
                return issued.serialWh(i + 1) - issued.serialWh(i);
            }
        }
        return 0;
    }

    String transactionId() {
        for (LedgerTransaction transaction : bundle.transactions()) {
            Digest computed = transaction.computedId();
            if (!computed.equals(transaction.txId())) {
                return "transaction " + transaction.txId() + " has the components of " + computed;
            }
        }
        return bundle.transactions().isEmpty() ? "there is no transaction" : HOLDS;
    }

    String issuerSignature() {
        LedgerTransaction issue = bundle.transactions().get(0);
        String wrong = wrongSignatureOf(published.issuingBody());
        return wrong.isEmpty() && !isSignedBy(issue, published.issuingBody())
                ? "the issue " + issue.txId() + " is not signed by the published issuing body"
                : wrong;
    }

    String notarySignature() {
        for (LedgerTransaction transaction : bundle.transactions()) {
            if (!isSignedBy(transaction, published.notary())) {
                return "transaction " + transaction.txId() + " is not signed by the published notary";
            }
        }
        return wrongSignatureOf(published.notary());
    }

    private boolean isSignedBy(LedgerTransaction transaction, SigningKey key) {
        return transaction.signatures().stream()
                .anyMatch(signed -> signed.by().equals(key) && isValid(transaction, signed));
    }

    private String wrongSignatureOf(SigningKey key) {
        for (LedgerTransaction transaction : bundle.transactions()) {
            for (TransactionSignature signed : transaction.signatures()) {
                if (signed.by().equals(key) && !isValid(transaction, signed)) {
                    return "a signature on " + transaction.txId() + " is not " + key.id() + "'s";
                }
            }
        }
        return HOLDS;
    }

    private boolean isValid(LedgerTransaction transaction, TransactionSignature signed) {
        return signed.covers(transaction.txId(), signatures);
    }

    String ownershipChain() {
        for (LedgerTransaction transaction : bundle.transactions()) {
            for (TransactionSignature signed : transaction.signatures()) {
                if (!isValid(transaction, signed)) {
                    return "a signature of " + signed.by().id() + " on " + transaction.txId() + " is not good";
                }
            }
        }
        List<LedgerTransaction> transactions = bundle.transactions();
        Optional<SerialisedState.Reference> held = holder(transactions.get(0));
        for (int i = 1; i < transactions.size(); i++) {
            if (held.isEmpty()) {
                return "transaction " + transactions.get(i - 1).txId() + " leaves no certificate with these serials";
            }
            if (!consumes(transactions.get(i), held.get())) {
                return "transaction " + transactions.get(i).txId() + " does not consume output "
                        + held.get().index() + " of " + held.get().txId();
            }
            held = holder(transactions.get(i));
        }
        return HOLDS;
    }

    /** The output of a transaction that holds the serials of this certificate. */
    private Optional<SerialisedState.Reference> holder(LedgerTransaction transaction) {
        for (int index = 0; index < transaction.outputs().size(); index++) {
            SerialisedState output = new SerialisedState(transaction.outputs().get(index));
            if (output.records(CertificateBundle.TAG).stream().anyMatch(this::holdsTheSerials)) {
                return Optional.of(new SerialisedState.Reference(transaction.txId(), index));
            }
        }
        return Optional.empty();
    }

    private boolean holdsTheSerials(byte[] record) {
        CertificateBundle held = CertificateBundle.decode(record);
        return held.deviceId().equals(bundle.device().deviceId())
                && held.serialFromWh() <= bundle.certificate().serialFromWh()
                && held.serialToWh() >= bundle.certificate().serialToWh();
    }

    private static boolean consumes(LedgerTransaction transaction, SerialisedState.Reference held) {
        return transaction.inputs().stream()
                .map(input -> new SerialisedState(input).reference())
                .anyMatch(reference -> reference.equals(Optional.of(held)));
    }

    String retirementLines() {
        if (bundle.retirement().isEmpty()) {
            return bundle.statementNo().isEmpty() ? HOLDS : "a statement number without a retirement";
        }
        if (bundle.statementNo().isEmpty()) {
            return "a retirement without its statement number";
        }
        Retirement retirement = bundle.retirement().get();
        CertificateBundle certificate = bundle.certificate();
        boolean listed = retirement.lines().stream()
                .anyMatch(line -> line.serialFromWh() <= certificate.serialFromWh()
                        && line.serialToWh() >= certificate.serialToWh()
                        && Arrays.equals(
                                line.issuance().encode(), certificate.issuance().encode()));
        if (!listed) {
            return "the retirement does not list this certificate";
        }
        return hasNumber(retirement, bundle.statementNo().get())
                ? HOLDS
                : "the last transaction holds no retirement with the number "
                        + bundle.statementNo().get();
    }

    private boolean hasNumber(Retirement retirement, String statementNo) {
        byte[] bytes = retirement.encode();
        LedgerTransaction last = bundle.transactions().get(bundle.transactions().size() - 1);
        for (int index = 0; index < last.outputs().size(); index++) {
            boolean here = new SerialisedState(last.outputs().get(index))
                    .records(Retirement.TAG).stream().anyMatch(record -> Arrays.equals(record, bytes));
            if (here && StatementNumber.of(last.txId(), index).equals(statementNo)) {
                return true;
            }
        }
        return false;
    }

    String serialRange() {
        CertificateBundle certificate = bundle.certificate();
        Optional<CertificateBundle> issued = issued();
        if (issued.isEmpty()) {
            return "serials " + certificate.serialFromWh() + "-" + certificate.serialToWh() + " were not issued";
        }
        CertificateBundle cut = issued.get().between(certificate.serialFromWh(), certificate.serialToWh());
        return cut.equals(certificate) ? HOLDS : "the serials belong to other hours than the certificate says";
    }

    /** The bundle that the first transaction issued with the serials of this certificate. */
    private Optional<CertificateBundle> issued() {
        return bundle.transactions().get(0).outputs().stream()
                .flatMap(output -> new SerialisedState(output).records(CertificateBundle.TAG).stream())
                .filter(this::holdsTheSerials)
                .map(CertificateBundle::decode)
                .findFirst();
    }
}
