package energy.registry.ledger.contract;

import static energy.registry.ledger.contract.Draft.BUYER;
import static energy.registry.ledger.contract.Draft.ISSUER;
import static energy.registry.ledger.contract.Draft.NOTARY;
import static energy.registry.ledger.contract.Draft.NOW;
import static energy.registry.ledger.contract.Draft.REGULATOR;
import static energy.registry.ledger.contract.Draft.SELLER;
import static energy.registry.ledger.contract.Draft.STRANGER;
import static energy.registry.ledger.contract.Scene.account;
import static energy.registry.ledger.contract.Scene.between;
import static energy.registry.ledger.contract.Scene.certificate;
import static energy.registry.ledger.contract.Scene.control;
import static energy.registry.ledger.contract.Scene.money;
import static energy.registry.ledger.contract.Scene.retirement;
import static java.util.Collections.singletonList;
import static org.assertj.core.api.Assertions.assertThat;

import energy.registry.domain.certificate.CertificateBundle;
import energy.registry.domain.certificate.CertificateEnd;
import energy.registry.domain.certificate.EndKind;
import energy.registry.domain.certificate.RecordNumber;
import energy.registry.domain.certificate.Retirement;
import energy.registry.domain.claim.SignedClaim;
import energy.registry.domain.cursor.MeterCursor;
import energy.registry.domain.encoding.Digest;
import energy.registry.domain.energy.ProductionPeriod;
import energy.registry.domain.energy.WattHours;
import energy.registry.domain.evidence.SignedRecord;
import energy.registry.domain.exchange.ExchangeReceipt;
import energy.registry.domain.exchange.ForeignRegistry;
import energy.registry.domain.exchange.ReceiptKind;
import energy.registry.domain.rule.Rule;
import energy.registry.domain.rule.Verdict;
import energy.registry.domain.storage.StorageAccount;
import energy.registry.fixture.Keypair;
import energy.registry.fixture.Plant;
import energy.registry.ledger.state.CertificateLock;
import energy.registry.ledger.state.CertificateState;
import energy.registry.ledger.state.CursorPageState;
import energy.registry.ledger.state.EndState;
import energy.registry.ledger.state.ExportTerms;
import energy.registry.ledger.state.ForeignRegistryState;
import energy.registry.ledger.state.Keys;
import energy.registry.ledger.state.ProceedsState;
import energy.registry.ledger.state.RetirementState;
import energy.registry.ledger.state.StorageState;
import energy.registry.ledger.state.TransferTerms;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import net.corda.core.contracts.TimeWindow;
import org.junit.jupiter.api.Test;

/** How many certificates one transaction takes: as many as is said, and not one more. */
class LimitContractTest {
    private static final long SLICE = 1_000;
    private static final Keypair KEY = Keypair.fresh();
    private static final ForeignRegistry NORDIC = ForeignRegistry.fresh("NORDIC", KEY.key());
    private static final String EXPORT = RecordNumber.ofRequest("EX", "x", Keys.idOf(SELLER.getPublicKey()));

    private static void takesAtMost(int limit, IntFunction<Draft> lawful) {
        assertThat(lawful.apply(limit).contractsVerdict()).isEqualTo(Verdict.VALID);
        assertThat(lawful.apply(limit + 1).contractsVerdict().rule()).isEqualTo(Rule.STATES_ARE_EXPECTED);
    }

    private static SerialRange range(int index) {
        return new SerialRange(index * SLICE, (index + 1) * SLICE);
    }

    private static List<SerialRange> ranges(int count) {
        List<SerialRange> ranges = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ranges.add(range(i));
        }
        return ranges;
    }

    private static CertificateState[] slices(int count, CertificateLock lock) {
        CertificateState[] slices = new CertificateState[count];
        for (int i = 0; i < count; i++) {
            CertificateState slice = between(certificate(), i * SLICE, (i + 1) * SLICE);
            slices[i] = slice.lockedUnder(lock);
        }
        return slices;
    }

    private static CertificateState[] freeIn(java.security.PublicKey owner, int count) {
        CertificateState[] slices = slices(count, null);
        for (int i = 0; i < count; i++) {
            slices[i] = slices[i].activeOf(owner);
        }
        return slices;
    }

    private static List<CertificateBundle> lines(int count) {
        List<CertificateBundle> lines = new ArrayList<>();
        for (CertificateState slice : slices(count, null)) {
            lines.add(slice.certificate());
        }
        return lines;
    }

    /** The records themselves hold no more lines than a transaction may take; a record that is full stands for a fuller one. */
    private static List<CertificateBundle> lines(int count, int most) {
        return lines(Math.min(count, most));
    }

    private static EndState end(EndKind kind, String request, List<CertificateBundle> lines) {
        return new EndState(new CertificateEnd(kind, request, lines).encode(), ISSUER.getParty());
    }

    private static ForeignRegistryState registry() {
        return new ForeignRegistryState(
                NORDIC.encode(),
                ISSUER.getParty(),
                REGULATOR.getParty(),
                NOTARY.getParty(),
                singletonList(ISSUER.getParty()));
    }

    @Test
    void aMergeJoinsSixtyFourPieces() {
        takesAtMost(64, count -> Draft.of(new Merge("m"), SELLER)
                .in(slices(count, null))
                .out(between(certificate(), 0, count * SLICE))
                .referring(control()));
    }

    /** A slice costs 4.25 minor units, rounded up. */
    @Test
    void aPurchaseTakesSixtyFourOffers() {
        String number = ProceedsState.numberOf("p", BUYER.getPublicKey(), SELLER.getPublicKey());
        takesAtMost(64, count -> Draft.of(new Purchase("p", BUYER.getPublicKey(), ranges(count)), BUYER)
                .in(slices(count, Scene.TERMS))
                .in(money(BUYER, 1_000))
                .out(freeIn(BUYER.getPublicKey(), count))
                .out(money(BUYER, 1_000 - 5 * count), Scene.earned(SELLER, number, 5 * count))
                .referring(control()));
    }

    @Test
    void aTransferTakesSixtyFourCertificates() {
        TransferTerms terms = new TransferTerms(
                RecordNumber.ofRequest("TR", "t", Keys.idOf(SELLER.getPublicKey())),
                BUYER.getPublicKey(),
                NOW.plus(Duration.ofHours(72)),
                "");
        takesAtMost(64, count -> Draft.of(new ProposeTransfer("t", ranges(count), "greta"), SELLER)
                .in(slices(count, null))
                .out(slices(count, terms))
                .referring(control(), account("acme", BUYER)));
        takesAtMost(64, count -> Draft.of(new AcceptTransfer("a", "bruno"), BUYER)
                .in(slices(count, terms))
                .out(freeIn(BUYER.getPublicKey(), count))
                .referring(control()));
    }

    @Test
    void anExportTakesSixtyFourCertificates() {
        ExportTerms terms = new ExportTerms(EXPORT, "NORDIC", "ACC-1");
        takesAtMost(64, count -> Draft.of(new Export("x", ranges(count), "greta"), SELLER)
                .in(slices(count, null))
                .out(slices(count, terms))
                .referring(control(), registry()));
        takesAtMost(64, count -> {
            ExchangeReceipt refused = new ExchangeReceipt(
                    ReceiptKind.REFUSED, "NORDIC", ISSUER.getName().toString(), EXPORT, "ACC-1", lines(count, 64));
            byte[] signed = new SignedRecord(refused.encode(), KEY.sign(refused.encode())).encode();
            return Draft.of(new EndExport("z", "ida", signed), ISSUER)
                    .in(slices(count, terms))
                    .out(slices(count, null))
                    .referring(registry());
        });
    }

    @Test
    void sixtyFourCertificatesExpireTogether() {
        Instant over = Instant.ofEpochSecond(Scene.BUNDLE.issuance().expiresEpochSecond());
        takesAtMost(64, count -> Draft.of(new Expire("e"), STRANGER)
                .in(slices(count, null))
                .out(end(EndKind.EXPIRED, "e", lines(count, 64)))
                .tweak(draft -> draft.window = TimeWindow.between(over, over.plusSeconds(60))));
    }

    @Test
    void aChargeTakesSixtyFourCertificates() {
        StorageAccount empty = StorageAccount.empty("BAT", Keys.kernelKey(SELLER.getPublicKey()), 900_000);
        takesAtMost(64, count -> {
            CertificateEnd stored = new CertificateEnd(EndKind.STORED, "c", lines(count, 64));
            StorageAccount full = empty.charged(Digest.sha(stored.encode()), stored.quantityWh());
            return Draft.of(new Charge("c", ranges(count), "greta"), SELLER)
                    .in(slices(count, null))
                    .in(new StorageState(empty.encode(), ISSUER.getParty(), NOTARY.getParty()))
                    .out(
                            new EndState(stored.encode(), ISSUER.getParty()),
                            new StorageState(full.encode(), ISSUER.getParty(), NOTARY.getParty()))
                    .referring(control());
        });
    }

    @Test
    void aRetirementTakesFourHundredCertificates() {
        takesAtMost(400, count -> Draft.of(new Retire("r", ranges(count)), SELLER)
                .in(slices(count, null))
                .out(new RetirementState(
                        retirement(lines(count, Retirement.LINES_MAX).toArray(new CertificateBundle[0]))
                                .encode(),
                        SELLER.getPublicKey(),
                        ISSUER.getParty()))
                .referring(control()));
    }

    @Test
    void aWithdrawalTakesSixtyFourCertificates() {
        SignedClaim claim = Scene.PLANT.says(0, 1_000, 301_000, 701_000).claim();
        IssuePlan plan = new IssuePlan(singletonList(Scene.page(Scene.PLANT)), NOW.getEpochSecond());
        assertThat(plan.add(claim.encode()).isValid()).isTrue();
        CursorPageState page = plan.pages().get(0);
        CertificateState whole = plan.certificates().get(0);
        ProductionPeriod part = ProductionPeriod.between(Plant.MIDNIGHT, Plant.MIDNIGHT + Plant.QUARTER);
        takesAtMost(64, count -> {
            List<CertificateBundle> lines = new ArrayList<>();
            Draft draft = Draft.of(
                    new WithdrawCertificates(
                            "w",
                            "ida",
                            "wrong factor",
                            "C-1",
                            claim.encode(),
                            part.startEpochSecond(),
                            part.endEpochSecond()),
                    ISSUER);
            for (int i = 0; i < count; i++) {
                CertificateState slice = between(whole, i * SLICE, (i + 1) * SLICE);
                draft.in(slice);
                lines.add(slice.certificate());
            }
            MeterCursor next = page.cursors()
                    .ofMeter(Scene.PLANT.meterId())
                    .get()
                    .withdraw(claim.claim(), part, WattHours.of(count * SLICE))
                    .next();
            return draft.in(page)
                    .out(
                            page.with(page.cursors().with(next)),
                            end(EndKind.WITHDRAWN, "w", lines.subList(0, Math.min(count, 64))))
                    .referring(control());
        });
    }
}
