package energy.registry.ledger.contract;

import energy.registry.domain.certificate.CertificateBundle;
import energy.registry.domain.certificate.CertificateEnd;
import energy.registry.domain.certificate.EndKind;
import energy.registry.domain.certificate.RecordNumber;
import energy.registry.domain.exchange.ExchangeReceipt;
import energy.registry.domain.exchange.ForeignRegistry;
import energy.registry.domain.exchange.ReceiptKind;
import energy.registry.domain.rule.Rule;
import energy.registry.domain.rule.Verdict;
import energy.registry.ledger.state.CertificateState;
import energy.registry.ledger.state.ExportTerms;
import energy.registry.ledger.state.ForeignRegistryState;
import energy.registry.ledger.state.Keys;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Certificates leave for another registry: locked by their owner, then gone or free again by that registry's signed
 * word, never both (D7). A bridge to any other representation is such a registry (D35).
 */
final class ExportRules {
    private final Facts facts;

    ExportRules(Facts facts) {
        this.facts = facts;
    }

    Verdict entered(EnterRegistry command) {
        boolean expected = facts.hasOnly(0, 1, 0)
                && facts.outputs(ForeignRegistryState.class).size() == 1;
        return Verdict.firstOf(
                () -> facts.shape(expected),
                () -> entered(command, facts.outputs(ForeignRegistryState.class).get(0)));
    }

    private Verdict entered(EnterRegistry command, ForeignRegistryState state) {
        ForeignRegistry registry;
        try {
            registry = state.record();
        } catch (IllegalArgumentException e) {
            return Rule.REGISTRY_IS_COMPLETE.isBrokenBy(e.getMessage());
        }
        byte[] fresh = ForeignRegistry.fresh(registry.name(), registry.key()).encode();
        return Verdict.firstOf(
                () -> facts.signedBy(state.getIssuer().getOwningKey(), "the issuing body"),
                () -> facts.signedBy(state.getRegulator().getOwningKey(), "the regulator"),
                () -> Rule.NOTARY_IS_PINNED.holds(state.getNotary().equals(facts.notary()), "notary"),
                () -> Rule.REGISTRY_IS_COMPLETE.holds(
                        registry.name().matches("[A-Za-z0-9-]{1,32}"), "name '" + registry.name() + "'"),
                () -> Rule.REGISTRY_IS_COMPLETE.holds(
                        !command.getReason().trim().isEmpty(), "no reason"),
                () -> Rule.REGISTRY_IS_COMPLETE.holds(
                        Arrays.equals(state.getRegistry(), fresh), "something is imported"));
    }

    Verdict exported(Export command) {
        List<CertificateState> before = facts.inputs(CertificateState.class);
        int items = command.getPieces().size();
        boolean expected = items >= 1
                && items <= ExchangeReceipt.LINES_MAX
                && before.size() == items
                && facts.hasOnly(items, facts.outputs(CertificateState.class).size(), 2)
                && facts.references(ForeignRegistryState.class).size() == 1
                && !facts.outputs(CertificateState.class).isEmpty();
        return Verdict.firstOf(() -> facts.shape(expected), () -> exported(command, before));
    }

    private Verdict exported(Export command, List<CertificateState> before) {
        Optional<ExportTerms> found =
                facts.outputs(CertificateState.class).get(0).export();
        if (!found.isPresent()) {
            return Rule.EXPORT_IS_COMPLETE.isBrokenBy("no terms");
        }
        ExportTerms terms = found.get();
        CertificateState first = before.get(0);
        String number = RecordNumber.ofRequest("EX", command.getRequestId(), Keys.idOf(first.getOwner()));
        boolean complete = terms.getExportId().equals(number)
                && !terms.getTargetAccount().trim().isEmpty();
        return Verdict.firstOf(
                () -> Rule.OWNER_HOLDS_CERTIFICATE.holds(Facts.haveOneOwner(before), "several owners"),
                () -> facts.signedBy(first.getOwner(), "the owner"),
                () -> facts.eachCanMove(before, command.getPieces()),
                () -> Rule.EXPORT_IS_COMPLETE.holds(complete, "number or account"),
                () -> known(terms.getTargetRegistry(), first),
                () -> new Freezes(facts).allow(before),
                () -> Pieces.follow(locked(command, before, terms), facts.outputs(CertificateState.class)));
    }

    private static List<CertificateState> locked(Export command, List<CertificateState> before, ExportTerms terms) {
        List<CertificateState> expected = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            SerialRange piece = command.getPieces().get(i);
            expected.add(Pieces.piece(before.get(i), piece).lockedUnder(terms));
            expected.addAll(Pieces.rests(before.get(i), piece));
        }
        return expected;
    }

    /** Whether the registry that the transaction refers to is this one, entered by the certificate's issuer. */
    private Verdict known(String name, CertificateState certificate) {
        ForeignRegistryState state = registry();
        boolean genuine = state.getIssuer().equals(certificate.getIssuer())
                && state.getNotary().equals(facts.notary());
        return Verdict.firstOf(
                () -> Rule.REGISTRY_IS_KNOWN.holds(genuine, "entered by another issuing body"),
                () -> Rule.REGISTRY_IS_KNOWN.holds(state.record().name().equals(name), "registry '" + name + "'"));
    }

    private ForeignRegistryState registry() {
        return facts.references(ForeignRegistryState.class).get(0);
    }

    Verdict ended(EndExport command) {
        List<CertificateState> before = facts.inputs(CertificateState.class);
        boolean expected = !before.isEmpty()
                && before.size() <= ExchangeReceipt.LINES_MAX
                && facts.hasOnly(before.size(), facts.outputsCount(), 1)
                && facts.references(ForeignRegistryState.class).size() == 1;
        return Verdict.firstOf(
                () -> facts.shape(expected),
                () -> pending(before),
                () -> facts.signedBy(before.get(0).getIssuer().getOwningKey(), "the issuing body"),
                () -> known(before.get(0).export().get().getTargetRegistry(), before.get(0)),
                () -> Receipts.isSigned(command.getReceipt(), registry().record()),
                () -> ended(command, before, Receipts.read(command.getReceipt())));
    }

    private static Verdict pending(List<CertificateState> before) {
        Optional<ExportTerms> terms = before.get(0).export();
        boolean one = terms.isPresent()
                && before.stream().allMatch(state -> state.export().equals(terms))
                && Facts.haveOneOwner(before);
        return Rule.EXPORT_IS_PENDING.holds(one, before.get(0).certificate().certificateId());
    }

    private Verdict ended(EndExport command, List<CertificateState> before, ExchangeReceipt receipt) {
        ExportTerms terms = before.get(0).export().get();
        List<CertificateBundle> lines =
                before.stream().map(CertificateState::certificate).collect(Collectors.toList());
        String issuer = before.get(0).getIssuer().getName().toString();
        boolean fits = receipt.kind() != ReceiptKind.GIVEN
                && receipt.reference().equals(terms.getExportId())
                && receipt.counterparty().equals(issuer)
                && receipt.lines().equals(lines);
        return Verdict.firstOf(
                () -> Rule.RECEIPT_FITS_EXPORT.holds(fits, receipt.kind() + " of " + receipt.reference()),
                () -> receipt.kind() == ReceiptKind.ACCEPTED ? gone(command, before, lines) : returned(before));
    }

    private Verdict gone(EndExport command, List<CertificateState> before, List<CertificateBundle> lines) {
        CertificateEnd end = new CertificateEnd(EndKind.EXPORTED, command.getRequestId(), lines);
        return Verdict.firstOf(
                () -> facts.shape(facts.outputsCount() == 1),
                () -> facts.ends(end, before.get(0).getIssuer()));
    }

    private Verdict returned(List<CertificateState> before) {
        List<CertificateState> expected = new ArrayList<>();
        before.forEach(state -> expected.add(state.activeOf(state.getOwner())));
        return Verdict.firstOf(
                () -> facts.shape(facts.outputsCount() == before.size()),
                () -> Pieces.follow(expected, facts.outputs(CertificateState.class)));
    }
}
