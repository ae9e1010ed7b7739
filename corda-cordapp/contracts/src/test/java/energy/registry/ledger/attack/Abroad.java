package energy.registry.ledger.attack;

import energy.registry.domain.certificate.CertificateBundle;
import energy.registry.domain.certificate.CertificateEnd;
import energy.registry.domain.certificate.EndKind;
import energy.registry.domain.certificate.RecordNumber;
import energy.registry.domain.claim.SignedClaim;
import energy.registry.domain.cursor.MeterCursor;
import energy.registry.domain.evidence.SignedRecord;
import energy.registry.domain.exchange.ExchangeReceipt;
import energy.registry.domain.exchange.ForeignRegistry;
import energy.registry.domain.exchange.ReceiptKind;
import energy.registry.fixture.Keypair;
import energy.registry.fixture.Plant;
import energy.registry.ledger.contract.EndExport;
import energy.registry.ledger.contract.EnterRegistry;
import energy.registry.ledger.contract.Export;
import energy.registry.ledger.contract.Import;
import energy.registry.ledger.contract.LedgerSignatures;
import energy.registry.ledger.contract.Pieces;
import energy.registry.ledger.contract.SerialRange;
import energy.registry.ledger.state.CertificateState;
import energy.registry.ledger.state.CertificateStatus;
import energy.registry.ledger.state.EndState;
import energy.registry.ledger.state.ExportTerms;
import energy.registry.ledger.state.ForeignRegistryState;
import energy.registry.ledger.state.Keys;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Another registry beside the stage: it gives certificates, and takes or refuses what is sent to it. */
final class Abroad {
    static final String NAME = "NORDIC";

    private static final String US = Stage.ISSUER.getName().toString();

    private final Stage stage;
    private final Keypair key = Keypair.fresh();
    private final Plant plant = Plant.of("0107", "somebody");
    private final List<ExchangeReceipt> given = new ArrayList<>();
    private MeterCursor meter;
    private SignedClaim last;
    private int quarter;
    private long registerWh;

    Abroad(Stage stage) {
        this.stage = stage;
        this.meter = MeterCursor.fresh(
                plant.deviceBuilder().deviceId(NAME + "~WTG-0107").build(), Keys.kernelKey(stage.key("acme")));
    }

    Move enter() {
        ForeignRegistryState state = new ForeignRegistryState(
                ForeignRegistry.fresh(NAME, key.key()).encode(),
                Stage.ISSUER.getParty(),
                Stage.REGULATOR.getParty(),
                Stage.NOTARY.getParty(),
                Collections.singletonList(Stage.MARKET.getParty()));
        return stage.move(
                        new EnterRegistry(stage.request(), "ida", "contract of 2026"),
                        Stage.ISSUER.getPublicKey(),
                        Stage.REGULATOR.getPublicKey())
                .out(state);
    }

    Entry registry() {
        return stage.world.all(ForeignRegistryState.class).get(0);
    }

    ForeignRegistryState state() {
        return (ForeignRegistryState) registry().state;
    }

    Optional<Move> export() {
        return stage.any(stage.certificates(CertificateStatus.ACTIVE)).map(entry -> {
            CertificateState state = (CertificateState) entry.state;
            SerialRange piece = stage.some(state, 1);
            String request = stage.request();
            ExportTerms terms =
                    new ExportTerms(RecordNumber.ofRequest("EX", request, Keys.idOf(state.getOwner())), NAME, "ACC-1");
            Move move = stage.move(new Export(request, Collections.singletonList(piece), "greta"), state.getOwner())
                    .in(entry)
                    .out(Pieces.piece(state, piece).lockedUnder(terms))
                    .referring(stage.control(), registry());
            move.outputs.addAll(Pieces.rests(state, piece));
            return move;
        });
    }

    /** The other registry's honest answer to a pending export. */
    Optional<Move> answer() {
        return stage.any(stage.certificates(CertificateStatus.EXPORT_PENDING)).map(entry -> {
            CertificateState state = (CertificateState) entry.state;
            ReceiptKind kind = stage.random.nextBoolean() ? ReceiptKind.ACCEPTED : ReceiptKind.REFUSED;
            ExchangeReceipt receipt = answer(kind, state.export().get().getExportId(), state.certificate());
            stage.truth.vouchFor(receipt);
            return ending(entry, signed(receipt), kind);
        });
    }

    static ExchangeReceipt answer(ReceiptKind kind, String number, CertificateBundle... lines) {
        return new ExchangeReceipt(kind, NAME, US, number, "ACC-1", Arrays.asList(lines));
    }

    Move ending(Entry pending, byte[] receipt, ReceiptKind kind) {
        CertificateState state = (CertificateState) pending.state;
        String request = stage.request();
        CertificateEnd end =
                new CertificateEnd(EndKind.EXPORTED, request, Collections.singletonList(state.certificate()));
        Move move = stage.move(new EndExport(request, "ida", receipt), Stage.ISSUER.getPublicKey())
                .in(pending)
                .referring(registry());
        return kind == ReceiptKind.ACCEPTED
                ? move.out(new EndState(end.encode(), state.getIssuer()))
                : move.out(state.activeOf(state.getOwner()));
    }

    byte[] signed(ExchangeReceipt receipt) {
        return signedBy(key, receipt);
    }

    static byte[] signedBy(Keypair pair, ExchangeReceipt receipt) {
        return new SignedRecord(receipt.encode(), pair.sign(receipt.encode())).encode();
    }

    /** Energy of the other registry, given to one of our accounts. */
    Move importing() {
        long[] registers = {registerWh, registerWh + 1 + stage.random.nextInt(9)};
        Plant.Speech speech =
                plant.says(quarter, registers).deviceId(meter.terms().device().deviceId());
        last = (last == null ? speech : speech.after(last)).claim();
        MeterCursor.Acceptance acceptance =
                meter.accept(last, new LedgerSignatures(), NAME, stage.now.getEpochSecond());
        meter = acceptance.next();
        quarter++;
        registerWh = registers[1];
        ExchangeReceipt receipt = gift(US, acceptance.bundle().get());
        stage.truth.vouchFor(receipt);
        given.add(receipt);
        return importing(receipt);
    }

    ExchangeReceipt gift(String to, CertificateBundle... lines) {
        String account = stage.random.nextBoolean() ? "acme" : "globex";
        return new ExchangeReceipt(ReceiptKind.GIVEN, NAME, to, "OUT-1", account, Arrays.asList(lines));
    }

    /** What would follow from a receipt, however often it came. */
    Move importing(ExchangeReceipt receipt) {
        ForeignRegistry next = state().record();
        for (CertificateBundle line : receipt.lines()) {
            next = next.importing(line.deviceId(), line.serialFromWh(), line.serialToWh())
                    .orElse(next);
        }
        Move move = stage.move(
                        new Import(stage.request(), "ida", "a transfer", signed(receipt)), Stage.ISSUER.getPublicKey())
                .in(registry())
                .out(state().with(next))
                .referring(stage.control(), stage.account(receipt.account()));
        receipt.lines()
                .forEach(line ->
                        move.out(CertificateState.active(line, stage.key(receipt.account()), Stage.ISSUER.getParty())));
        return move;
    }

    /** Some energy of the other registry that has not been given away. */
    CertificateBundle sample() {
        return meter.accept(
                        plant.says(quarter, registerWh, registerWh + 1)
                                .deviceId(meter.terms().device().deviceId())
                                .claim(),
                        new LedgerSignatures(),
                        NAME,
                        stage.now.getEpochSecond())
                .bundle()
                .get();
    }

    List<ExchangeReceipt> given() {
        return given;
    }
}
