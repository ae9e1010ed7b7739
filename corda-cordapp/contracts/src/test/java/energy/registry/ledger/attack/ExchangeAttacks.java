package energy.registry.ledger.attack;

import energy.registry.domain.certificate.CertificateBundle;
import energy.registry.domain.exchange.ExchangeReceipt;
import energy.registry.domain.exchange.ForeignRegistry;
import energy.registry.domain.exchange.ReceiptKind;
import energy.registry.domain.rule.Rule;
import energy.registry.fixture.Keypair;
import energy.registry.ledger.contract.EndExport;
import energy.registry.ledger.contract.EnterRegistry;
import energy.registry.ledger.contract.Export;
import energy.registry.ledger.contract.Import;
import energy.registry.ledger.contract.Receipts;
import energy.registry.ledger.state.CertificateState;
import energy.registry.ledger.state.CertificateStatus;
import energy.registry.ledger.state.ExportTerms;
import energy.registry.ledger.state.ForeignRegistryState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Ways to have one watt-hour in two registries. */
final class ExchangeAttacks {
    private static final Keypair FORGER = Keypair.fresh();

    private ExchangeAttacks() {}

    static List<Attack> all() {
        List<Attack> all = new ArrayList<>();
        all.addAll(exports());
        all.addAll(answers());
        all.addAll(imports());
        return all;
    }

    private static List<Attack> exports() {
        return Arrays.asList(
                Attack.aimed(
                        "a registry enters with a history",
                        "D6",
                        (stage, move) -> move.command() instanceof EnterRegistry
                                ? Optional.of(move.output(0, withHistory((ForeignRegistryState) move.outputs.get(0))))
                                : Optional.empty(),
                        Rule.REGISTRY_IS_COMPLETE),
                Attack.aimed(
                        "a registry enters without a reason",
                        "D6",
                        (stage, move) -> move.command() instanceof EnterRegistry
                                ? Optional.of(move.commanding(new EnterRegistry("n", "ida", "")))
                                : Optional.empty(),
                        Rule.REGISTRY_IS_COMPLETE),
                exported(
                        "an export to nowhere",
                        terms -> new ExportTerms(terms.getExportId(), "BALTIC", terms.getTargetAccount()),
                        Rule.REGISTRY_IS_KNOWN),
                exported(
                        "an export under another's number",
                        terms -> new ExportTerms("EX-1", terms.getTargetRegistry(), terms.getTargetAccount()),
                        Rule.EXPORT_IS_COMPLETE),
                exported(
                        "an export to nobody",
                        terms -> new ExportTerms(terms.getExportId(), terms.getTargetRegistry(), " "),
                        Rule.EXPORT_IS_COMPLETE));
    }

    private static ForeignRegistryState withHistory(ForeignRegistryState state) {
        ForeignRegistry registry = state.record();
        return state.with(
                registry.importing(registry.devicePrefix() + "W", 0, 1).get());
    }

    private static Attack exported(String name, UnaryOperator<ExportTerms> bend, Rule rule) {
        return Attack.aimed(
                name,
                "D7 D35",
                (stage, move) -> {
                    if (!(move.command() instanceof Export)) {
                        return Optional.empty();
                    }
                    CertificateState state = (CertificateState) move.outputs.get(0);
                    return Optional.of(move.output(
                            0, state.lockedUnder(bend.apply(state.export().get()))));
                },
                rule);
    }

    /** The other registry's word, as it was given in a lawful move. */
    private static ExchangeReceipt receipt(Move move) {
        return Receipts.read(
                move.command() instanceof Import
                        ? ((Import) move.command()).getReceipt()
                        : ((EndExport) move.command()).getReceipt());
    }

    private static List<Attack> answers() {
        return Arrays.asList(
                Attack.aimed(
                        "what was not exported is ended",
                        "D7",
                        (stage, move) -> move.command() instanceof EndExport
                                ? stage.any(stage.certificates(CertificateStatus.ACTIVE))
                                        .map(entry -> move.changed(copy -> copy.inputs.set(0, entry)))
                                : Optional.empty(),
                        Rule.EXPORT_IS_PENDING),
                answered(
                        "an answer that somebody else signed",
                        (stage, receipt) -> Abroad.signedBy(FORGER, receipt),
                        Rule.RECEIPT_IS_SIGNED),
                answered("an answer that is no record", (stage, receipt) -> new byte[] {1}, Rule.RECEIPT_IS_SIGNED),
                answered(
                        "an answer to another export",
                        (stage, receipt) -> stage.abroad.signed(Abroad.answer(
                                receipt.kind(), "EX-2", receipt.lines().get(0))),
                        Rule.RECEIPT_FITS_EXPORT),
                answered(
                        "an answer about more than was sent",
                        (stage, receipt) -> stage.abroad.signed(Abroad.answer(
                                receipt.kind(),
                                receipt.reference(),
                                receipt.lines().get(0),
                                receipt.lines().get(0))),
                        Rule.RECEIPT_FITS_EXPORT),
                Attack.aimed(
                        "what the other registry took is kept too",
                        "D7",
                        (stage, move) -> move.command() instanceof EndExport
                                        && receipt(move).kind() == ReceiptKind.ACCEPTED
                                ? Optional.of(move.changed(copy -> copy.outputs.add(active(move))))
                                : Optional.empty(),
                        Rule.STATES_ARE_EXPECTED));
    }

    private static CertificateState active(Move move) {
        CertificateState state = move.inputsOf(CertificateState.class).get(0);
        return state.activeOf(state.getOwner());
    }

    /** Another receipt than the honest one. */
    private interface Answer {
        byte[] of(Stage stage, ExchangeReceipt honest);
    }

    private static Attack answered(String name, Answer answer, Rule rule) {
        return Attack.aimed(
                name,
                "D7",
                (stage, move) -> move.command() instanceof EndExport
                        ? Optional.of(move.commanding(new EndExport(
                                ((EndExport) move.command()).getRequestId(), "ida", answer.of(stage, receipt(move)))))
                        : Optional.empty(),
                rule);
    }

    private static List<Attack> imports() {
        return Arrays.asList(
                imported(
                        "a gift that somebody else signed",
                        (stage, receipt) -> Abroad.signedBy(FORGER, receipt),
                        Rule.RECEIPT_IS_SIGNED),
                imported(
                        "a gift to another registry",
                        (stage, receipt) -> stage.abroad.signed(
                                stage.abroad.gift("O=Elsewhere", receipt.lines().get(0))),
                        Rule.RECEIPT_FITS_IMPORT),
                Attack.aimed(
                        "our own energy comes back as a gift",
                        "D6",
                        (stage, move) -> move.command() instanceof Import
                                ? ours(stage)
                                        .map(line -> withReceipt(
                                                move,
                                                stage.abroad.signed(stage.abroad.gift(
                                                        receipt(move).counterparty(), line))))
                                : Optional.empty(),
                        Rule.RECEIPT_FITS_IMPORT),
                Attack.aimed(
                        "a gift comes in twice",
                        "D6",
                        (stage, move) -> move.command() instanceof Import
                                        && stage.abroad.given().size() > 1
                                ? Optional.of(stage.abroad.importing(
                                        stage.abroad.given().get(0)))
                                : Optional.empty(),
                        Rule.IMPORT_IS_NEW),
                Attack.aimed(
                        "an import that is not booked",
                        "D6",
                        (stage, move) -> move.command() instanceof Import
                                ? Optional.of(move.output(0, move.inputs.get(0).state))
                                : Optional.empty(),
                        Rule.REGISTRY_FOLLOWS_IMPORT),
                Attack.aimed(
                        "an import into other hands",
                        "D6 D10",
                        (stage, move) -> move.command() instanceof Import
                                ? Optional.of(move.output(
                                        1,
                                        ((CertificateState) move.outputs.get(1))
                                                .activeOf(Stage.STRANGER.getPublicKey())))
                                : Optional.empty(),
                        Rule.CERTIFICATES_FOLLOW_RECEIPT),
                Attack.aimed(
                        "an import of more than was given",
                        "D6",
                        (stage, move) -> move.command() instanceof Import
                                ? Optional.of(move.changed(copy -> copy.outputs.add(move.outputs.get(1))))
                                : Optional.empty(),
                        Rule.CERTIFICATES_FOLLOW_RECEIPT));
    }

    private static Attack imported(String name, Answer answer, Rule rule) {
        return Attack.aimed(
                name,
                "D6",
                (stage, move) -> move.command() instanceof Import
                        ? Optional.of(withReceipt(move, answer.of(stage, receipt(move))))
                        : Optional.empty(),
                rule);
    }

    private static Move withReceipt(Move move, byte[] receipt) {
        return move.commanding(new Import(((Import) move.command()).getRequestId(), "ida", "a transfer", receipt));
    }

    private static Optional<CertificateBundle> ours(Stage stage) {
        return stage.world.all(CertificateState.class).stream()
                .map(entry -> ((CertificateState) entry.state).certificate())
                .filter(bundle -> !bundle.issuance().issuingBody().equals(Abroad.NAME))
                .findFirst();
    }
}
