package energy.registry.ledger.contract;

import static energy.registry.ledger.contract.Draft.BUYER;
import static energy.registry.ledger.contract.Draft.ISSUER;
import static energy.registry.ledger.contract.Draft.MARKET;
import static energy.registry.ledger.contract.Draft.NOTARY;
import static energy.registry.ledger.contract.Draft.REGULATOR;
import static energy.registry.ledger.contract.Draft.SELLER;
import static energy.registry.ledger.contract.Draft.STRANGER;
import static energy.registry.ledger.contract.Scene.account;
import static energy.registry.ledger.contract.Scene.between;
import static energy.registry.ledger.contract.Scene.certificate;
import static energy.registry.ledger.contract.Scene.control;
import static energy.registry.ledger.contract.Scene.freezeOfAccount;
import static energy.registry.ledger.contract.Scene.freezeOfDevice;
import static java.util.Collections.singletonList;

import energy.registry.domain.certificate.CertificateBundle;
import energy.registry.domain.certificate.CertificateEnd;
import energy.registry.domain.certificate.EndKind;
import energy.registry.domain.certificate.RecordNumber;
import energy.registry.domain.cursor.MeterCursor;
import energy.registry.domain.evidence.SignedRecord;
import energy.registry.domain.exchange.ExchangeReceipt;
import energy.registry.domain.exchange.ForeignRegistry;
import energy.registry.domain.exchange.ReceiptKind;
import energy.registry.domain.identity.SigningKey;
import energy.registry.domain.rule.Rule;
import energy.registry.fixture.Keypair;
import energy.registry.fixture.Plant;
import energy.registry.ledger.state.CertificateState;
import energy.registry.ledger.state.EndState;
import energy.registry.ledger.state.ExportTerms;
import energy.registry.ledger.state.ForeignRegistryState;
import energy.registry.ledger.state.Keys;
import java.time.Instant;
import java.util.Arrays;
import net.corda.core.contracts.TimeWindow;
import org.junit.jupiter.api.Test;

class ExchangeContractTest {
    private static final Keypair KEY = Keypair.fresh();
    private static final String US = ISSUER.getName().toString();
    private static final ForeignRegistry NORDIC =
            ForeignRegistry.fresh("NORDIC", SigningKey.of(KEY.key().encoded()));
    private static final String NUMBER = RecordNumber.ofRequest("EX", "x", Keys.idOf(SELLER.getPublicKey()));
    private static final ExportTerms TERMS = new ExportTerms(NUMBER, "NORDIC", "ACC-1");
    private static final SerialRange MIDDLE = new SerialRange(100_000, 500_000);
    private static final CertificateState PENDING =
            between(certificate(), 100_000, 500_000).lockedUnder(TERMS);

    private static final Draft ENTERED = Draft.of(new EnterRegistry("n", "ida", "contract of 2026"), ISSUER, REGULATOR)
            .out(registry(NORDIC));
    private static final Draft EXPORTED = Draft.of(new Export("x", singletonList(MIDDLE), "greta"), SELLER)
            .in(certificate())
            .out(PENDING, between(certificate(), 0, 100_000), between(certificate(), 500_000, 700_000))
            .referring(control(), registry(NORDIC));
    private static final Draft GONE = ending(answer(ReceiptKind.ACCEPTED, NUMBER, PENDING.certificate()), KEY)
            .out(end(PENDING.certificate()));
    private static final Draft RETURNED = ending(answer(ReceiptKind.REFUSED, NUMBER, PENDING.certificate()), KEY)
            .out(PENDING.activeOf(SELLER.getPublicKey()));
    private static final CertificateBundle FOREIGN = foreign("NORDIC~WTG-0007", "NORDIC");
    private static final Draft IMPORTED = importing(NORDIC, gift(US, "acme", FOREIGN));

    private static ForeignRegistryState registry(ForeignRegistry registry) {
        return new ForeignRegistryState(
                registry.encode(),
                ISSUER.getParty(),
                REGULATOR.getParty(),
                NOTARY.getParty(),
                Arrays.asList(ISSUER.getParty(), MARKET.getParty(), REGULATOR.getParty()));
    }

    private static ExchangeReceipt answer(ReceiptKind kind, String number, CertificateBundle line) {
        return new ExchangeReceipt(kind, "NORDIC", US, number, "ACC-1", singletonList(line));
    }

    private static ExchangeReceipt gift(String to, String account, CertificateBundle... lines) {
        return new ExchangeReceipt(ReceiptKind.GIVEN, "NORDIC", to, "OUT-1", account, Arrays.asList(lines));
    }

    private static byte[] signed(ExchangeReceipt receipt, Keypair key) {
        return new SignedRecord(receipt.encode(), key.sign(receipt.encode())).encode();
    }

    private static Draft ending(ExchangeReceipt receipt, Keypair key) {
        return Draft.of(new EndExport("z", "ida", signed(receipt, key)), ISSUER)
                .in(PENDING)
                .referring(registry(NORDIC));
    }

    private static EndState end(CertificateBundle line) {
        CertificateEnd end = new CertificateEnd(EndKind.EXPORTED, "z", singletonList(line));
        return new EndState(end.encode(), ISSUER.getParty());
    }

    private static CertificateBundle foreign(String deviceId, String registry) {
        Plant plant = Plant.of("0007", "somebody");
        return MeterCursor.fresh(
                        plant.deviceBuilder().deviceId(deviceId).build(), Keys.kernelKey(SELLER.getPublicKey()))
                .accept(
                        plant.says(0, 0, 100, 300).deviceId(deviceId).claim(),
                        new LedgerSignatures(),
                        registry,
                        Draft.NOW.getEpochSecond())
                .bundle()
                .get();
    }

    private static Draft importing(ForeignRegistry before, ExchangeReceipt receipt) {
        ForeignRegistry after = before;
        Draft draft = Draft.of(new Import("i", "ida", "transfer", signed(receipt, KEY)), ISSUER)
                .in(registry(before))
                .referring(control(), account("acme", BUYER));
        for (CertificateBundle line : receipt.lines()) {
            after = after.importing(line.deviceId(), line.serialFromWh(), line.serialToWh())
                    .orElse(after);
        }
        draft.out(registry(after));
        receipt.lines()
                .forEach(line -> draft.out(CertificateState.active(line, BUYER.getPublicKey(), ISSUER.getParty())));
        return draft;
    }

    @Test
    void aRegistryIsEnteredByIssuingBodyAndRegulator() {
        ENTERED.isLawful();
        ENTERED.tweak(draft -> draft.signers.remove(0)).breaks(Rule.REQUIRED_KEYS_SIGN);
        ENTERED.tweak(draft -> draft.signers.remove(1)).breaks(Rule.REQUIRED_KEYS_SIGN);
        ENTERED.output(0, registry(NORDIC.importing("NORDIC~W", 0, 1).get())).breaks(Rule.REGISTRY_IS_COMPLETE);
        ENTERED.output(0, registry(ForeignRegistry.fresh("a~b", NORDIC.key()))).breaks(Rule.REGISTRY_IS_COMPLETE);
        ENTERED.commanding(new EnterRegistry("n", "ida", " ")).breaks(Rule.REGISTRY_IS_COMPLETE);
        ENTERED.tweak(draft -> draft.notary = STRANGER.getParty()).breaks(Rule.NOTARY_IS_PINNED);
    }

    @Test
    void aPieceIsLockedForAnotherRegistry() {
        EXPORTED.isLawful();
        EXPORTED.signedBy(BUYER).breaks(Rule.REQUIRED_KEYS_SIGN);
        EXPORTED.input(0, certificate().lockedUnder(Scene.TERMS)).breaks(Rule.CERTIFICATE_IS_ACTIVE);
        EXPORTED.tweak(draft -> draft.references.set(0, control(freezeOfDevice())))
                .breaks(Rule.SUBJECT_IS_NOT_FROZEN);
        EXPORTED.output(0, PENDING.activeOf(SELLER.getPublicKey())).breaks(Rule.EXPORT_IS_COMPLETE);
        EXPORTED.output(0, PENDING.lockedUnder(new ExportTerms("EX-1", "NORDIC", "ACC-1")))
                .breaks(Rule.EXPORT_IS_COMPLETE);
        EXPORTED.output(0, PENDING.lockedUnder(new ExportTerms(NUMBER, "BALTIC", "ACC-1")))
                .breaks(Rule.REGISTRY_IS_KNOWN);
        EXPORTED.output(1, between(certificate(), 0, 100_001)).breaks(Rule.ENERGY_IS_CONSERVED);
    }

    @Test
    void anExportEndsOneWayOrTheOther() {
        GONE.isLawful();
        RETURNED.isLawful();
        GONE.tweak(draft -> draft.out(PENDING.activeOf(SELLER.getPublicKey()))).breaks(Rule.STATES_ARE_EXPECTED);
        GONE.output(0, PENDING.activeOf(SELLER.getPublicKey())).breaks(Rule.END_LISTS_CERTIFICATES);
        RETURNED.output(0, end(PENDING.certificate())).breaks(Rule.ENERGY_IS_CONSERVED);
        RETURNED.output(0, PENDING.activeOf(BUYER.getPublicKey())).breaks(Rule.OWNERSHIP_FOLLOWS_COMMAND);
    }

    @Test
    void onlyTheTargetsSignedWordEndsAnExport() {
        ExchangeReceipt accepted = answer(ReceiptKind.ACCEPTED, NUMBER, PENDING.certificate());
        GONE.signedBy(SELLER).breaks(Rule.REQUIRED_KEYS_SIGN);
        GONE.commanding(new EndExport("z", "ida", signed(accepted, Keypair.fresh())))
                .breaks(Rule.RECEIPT_IS_SIGNED);
        GONE.commanding(new EndExport("z", "ida", new byte[] {1})).breaks(Rule.RECEIPT_IS_SIGNED);
        GONE.commanding(new EndExport("z", "ida", signed(answer(ReceiptKind.GIVEN, NUMBER, FOREIGN), KEY)))
                .breaks(Rule.RECEIPT_FITS_EXPORT);
        GONE.commanding(new EndExport(
                        "z", "ida", signed(answer(ReceiptKind.ACCEPTED, "EX-2", PENDING.certificate()), KEY)))
                .breaks(Rule.RECEIPT_FITS_EXPORT);
        GONE.commanding(new EndExport("z", "ida", signed(answer(ReceiptKind.ACCEPTED, NUMBER, FOREIGN), KEY)))
                .breaks(Rule.RECEIPT_FITS_EXPORT);
        GONE.tweak(draft -> draft.references.set(0, registry(ForeignRegistry.fresh("BALTIC", NORDIC.key()))))
                .breaks(Rule.REGISTRY_IS_KNOWN);
        GONE.input(0, PENDING.lockedUnder(Scene.TERMS)).breaks(Rule.EXPORT_IS_PENDING);
    }

    @Test
    void whatMayLiveAbroadNeitherExpiresNorMovesHere() {
        Instant over = Instant.ofEpochSecond(PENDING.certificate().issuance().expiresEpochSecond());
        Draft.of(new Expire("z"), STRANGER)
                .in(PENDING)
                .out(new EndState(
                        new CertificateEnd(EndKind.EXPIRED, "z", singletonList(PENDING.certificate())).encode(),
                        ISSUER.getParty()))
                .tweak(draft -> draft.window = TimeWindow.between(over, over.plusSeconds(60)))
                .breaks(Rule.CERTIFICATE_IS_NOT_ABROAD);
        Draft.of(new Merge("m"), SELLER)
                .in(between(PENDING, 100_000, 200_000), between(PENDING, 200_000, 500_000))
                .out(PENDING)
                .referring(control())
                .breaks(Rule.CERTIFICATE_IS_ACTIVE);
    }

    @Test
    void whatAnotherRegistryGaveComesInOnce() {
        IMPORTED.isLawful();
        ForeignRegistry after = NORDIC.importing(FOREIGN.deviceId(), 0, 300).get();
        importing(after, gift(US, "acme", FOREIGN)).breaks(Rule.IMPORT_IS_NEW);
        importing(after, gift(US, "acme", FOREIGN.between(299, 300))).breaks(Rule.IMPORT_IS_NEW);
        importing(NORDIC, gift(US, "acme", FOREIGN, FOREIGN)).breaks(Rule.IMPORT_IS_NEW);
        importing(NORDIC, gift(US, "acme", FOREIGN.between(0, 100), FOREIGN.between(100, 300)))
                .isLawful();
    }

    @Test
    void anImportHasItsReceipt() {
        IMPORTED.signedBy(BUYER).breaks(Rule.REQUIRED_KEYS_SIGN);
        IMPORTED.commanding(new Import("i", "ida", "t", signed(gift(US, "acme", FOREIGN), Keypair.fresh())))
                .breaks(Rule.RECEIPT_IS_SIGNED);
        importing(NORDIC, gift("O=Elsewhere", "acme", FOREIGN)).breaks(Rule.RECEIPT_FITS_IMPORT);
        importing(NORDIC, gift(US, "acme", foreign("WTG-0007", "NORDIC"))).breaks(Rule.RECEIPT_FITS_IMPORT);
        importing(NORDIC, gift(US, "acme", foreign("NORDIC~WTG-0007", US))).breaks(Rule.RECEIPT_FITS_IMPORT);
        importing(NORDIC, gift(US, "globex", FOREIGN)).breaks(Rule.ACCOUNT_EXISTS);
        IMPORTED.tweak(draft -> draft.references.set(0, control(freezeOfAccount("acme", BUYER))))
                .breaks(Rule.SUBJECT_IS_NOT_FROZEN);
    }

    @Test
    void anImportIsBookedAndPaidOutExactly() {
        IMPORTED.output(0, registry(NORDIC)).breaks(Rule.REGISTRY_FOLLOWS_IMPORT);
        IMPORTED.output(1, certificate()).breaks(Rule.CERTIFICATES_FOLLOW_RECEIPT);
        IMPORTED.output(1, CertificateState.active(FOREIGN, SELLER.getPublicKey(), ISSUER.getParty()))
                .breaks(Rule.CERTIFICATES_FOLLOW_RECEIPT);
        IMPORTED.tweak(draft -> draft.out(certificate())).breaks(Rule.CERTIFICATES_FOLLOW_RECEIPT);
    }

    @Test
    void bytesThatAreNoRegistryAreNotEntered() {
        ENTERED.output(
                        0,
                        new ForeignRegistryState(
                                new byte[] {1},
                                ISSUER.getParty(),
                                REGULATOR.getParty(),
                                NOTARY.getParty(),
                                singletonList(ISSUER.getParty())))
                .breaks(Rule.REGISTRY_IS_COMPLETE);
    }

    @Test
    void onlyOneExportIsEndedAtATime() {
        returningWith(new ExportTerms(NUMBER, "NORDIC", "ACC-1")).isLawful();
        returningWith(new ExportTerms("EX-OTHER", "NORDIC", "ACC-1")).breaks(Rule.EXPORT_IS_PENDING);
        returningWith(new ExportTerms(NUMBER, "BALTIC", "ACC-1")).breaks(Rule.EXPORT_IS_PENDING);
        returningWith(new ExportTerms(NUMBER, "NORDIC", "ACC-2")).breaks(Rule.EXPORT_IS_PENDING);
    }

    private static Draft returningWith(ExportTerms terms) {
        CertificateState other = between(certificate(), 500_000, 700_000).lockedUnder(terms);
        ExchangeReceipt refused = new ExchangeReceipt(
                ReceiptKind.REFUSED,
                "NORDIC",
                US,
                NUMBER,
                "ACC-1",
                Arrays.asList(PENDING.certificate(), other.certificate()));
        return ending(refused, KEY)
                .in(other)
                .out(PENDING.activeOf(SELLER.getPublicKey()), other.activeOf(SELLER.getPublicKey()));
    }

    @Test
    void anImportChangesNeitherWhoKeepsTheRegistryNorWhoKnowsIt() {
        byte[] after = NORDIC.importing(FOREIGN.deviceId(), 0, 300).get().encode();
        IMPORTED.output(
                        0,
                        new ForeignRegistryState(
                                after,
                                ISSUER.getParty(),
                                REGULATOR.getParty(),
                                NOTARY.getParty(),
                                singletonList(ISSUER.getParty())))
                .breaks(Rule.REGISTRY_FOLLOWS_IMPORT);
        IMPORTED.output(
                        0,
                        new ForeignRegistryState(
                                after,
                                ISSUER.getParty(),
                                ISSUER.getParty(),
                                NOTARY.getParty(),
                                Arrays.asList(ISSUER.getParty(), MARKET.getParty(), REGULATOR.getParty())))
                .breaks(Rule.REGISTRY_FOLLOWS_IMPORT);
    }

    @Test
    void aFullListOfImportsTakesNoMore() {
        ForeignRegistry full = NORDIC;
        for (int i = 0; i < ForeignRegistry.RANGES_MAX; i++) {
            full = full.importing("NORDIC~W" + i, 0, 1).get();
        }
        IMPORTED.input(0, registry(full)).breaks(Rule.IMPORT_IS_NEW);
    }
}
