package energy.registry.ledger.contract;

import static energy.registry.ledger.contract.Draft.BUYER;
import static energy.registry.ledger.contract.Draft.ISSUER;
import static energy.registry.ledger.contract.Draft.MARKET;
import static energy.registry.ledger.contract.Draft.NOW;
import static energy.registry.ledger.contract.Draft.REGULATOR;
import static energy.registry.ledger.contract.Draft.SELLER;
import static energy.registry.ledger.contract.Draft.STRANGER;
import static energy.registry.ledger.contract.Scene.between;
import static energy.registry.ledger.contract.Scene.control;
import static java.util.Collections.singletonList;
import static org.assertj.core.api.Assertions.assertThat;

import energy.registry.domain.certificate.CertificateBundle;
import energy.registry.domain.certificate.CertificateEnd;
import energy.registry.domain.certificate.EndKind;
import energy.registry.domain.claim.SignedClaim;
import energy.registry.domain.cursor.MeterCursor;
import energy.registry.domain.energy.ProductionPeriod;
import energy.registry.domain.energy.WattHours;
import energy.registry.domain.rule.Rule;
import energy.registry.fixture.Plant;
import energy.registry.ledger.state.CertificateState;
import energy.registry.ledger.state.CursorPageState;
import energy.registry.ledger.state.EndState;
import energy.registry.ledger.state.ExportTerms;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** A claim of 300,000 and 400,000 Wh in two quarter hours; the second is withdrawn. */
class WithdrawContractTest {
    private static final Plant PLANT = Scene.PLANT;
    private static final SignedClaim CLAIM =
            PLANT.says(0, 1_000, 301_000, 701_000).claim();
    private static final long SECOND = Plant.MIDNIGHT + Plant.QUARTER;
    private static final ProductionPeriod PART = ProductionPeriod.between(SECOND, SECOND + Plant.QUARTER);
    private static final IssuePlan PLAN = planned();
    private static final CursorPageState PAGE = PLAN.pages().get(0);
    private static final CertificateState WHOLE = PLAN.certificates().get(0);
    private static final Draft ALL = withdrawing(400_000, WHOLE.certificate().between(300_000, 700_000))
            .in(WHOLE)
            .out(between(WHOLE, 0, 300_000));
    private static final CertificateState SOLD =
            between(WHOLE, 250_000, 600_000).activeOf(BUYER.getPublicKey());
    private static final Draft REST = withdrawing(300_000, WHOLE.certificate().between(300_000, 600_000))
            .in(SOLD)
            .out(between(SOLD, 250_000, 300_000))
            .tweak(draft -> draft.signers.add(REGULATOR.getPublicKey()));

    private static IssuePlan planned() {
        IssuePlan plan = new IssuePlan(singletonList(Scene.page(PLANT)), NOW.getEpochSecond());
        assertThat(plan.add(CLAIM.encode()).isValid()).isTrue();
        return plan;
    }

    private static MeterCursor cursor() {
        return PAGE.cursors().ofMeter(PLANT.meterId()).get();
    }

    private static Draft withdrawing(long wattHours, CertificateBundle... lines) {
        MeterCursor next =
                cursor().withdraw(CLAIM.claim(), PART, WattHours.of(wattHours)).next();
        return Draft.of(command(CLAIM, PART, "wrong factor"), ISSUER)
                .in(PAGE)
                .out(PAGE.with(PAGE.cursors().with(next)), end(EndKind.WITHDRAWN, lines))
                .referring(control());
    }

    private static WithdrawCertificates command(SignedClaim claim, ProductionPeriod part, String reason) {
        return new WithdrawCertificates(
                "w", "ida", reason, "C-1", claim.encode(), part.startEpochSecond(), part.endEpochSecond());
    }

    private static EndState end(EndKind kind, CertificateBundle... lines) {
        return new EndState(new CertificateEnd(kind, "w", Arrays.asList(lines)).encode(), ISSUER.getParty());
    }

    private static CursorPageState pageWith(MeterCursor cursor) {
        return PAGE.with(PAGE.cursors().with(cursor));
    }

    @Test
    void timeWhoseEnergyIsAllTakenIsOpenAgain() {
        ALL.isLawful();
        MeterCursor after = ((CursorPageState) ALL.outputs.get(0))
                .cursors()
                .ofMeter(PLANT.meterId())
                .get();
        assertThat(after.position().debtWh()).isZero();
        SignedClaim lower = PLANT.says(1, 301_000, 701_000).claim();
        assertThat(after.accept(lower, new LedgerSignatures(), "x", NOW.getEpochSecond())
                        .verdict()
                        .isValid())
                .isTrue();
    }

    @Test
    void whatIsMissingIsDebtAndTheTimeStaysIssued() {
        REST.isLawful();
        MeterCursor after = ((CursorPageState) REST.outputs.get(0))
                .cursors()
                .ofMeter(PLANT.meterId())
                .get();
        assertThat(after.position().debtWh()).isEqualTo(100_000);
        REST.output(0, pageWith(cursor())).breaks(Rule.CURSOR_FOLLOWS_WITHDRAWAL);
        REST.output(0, ALL.outputs.get(0)).breaks(Rule.CURSOR_FOLLOWS_WITHDRAWAL);
    }

    @Test
    void theIssuingBodySignsAndTheRegulatorWhereAnOwnerChanged() {
        ALL.signedBy(MARKET).breaks(Rule.REQUIRED_KEYS_SIGN);
        REST.tweak(draft -> draft.signers.remove(1)).breaks(Rule.WITHDRAWAL_IS_AGREED);
    }

    @Test
    void theClaimIsThatOfTheCertificates() {
        SignedClaim other = PLANT.says(0, 1_000, 301_000, 701_001).claim();
        ALL.commanding(command(other, PART, "wrong")).breaks(Rule.WITHDRAWAL_NAMES_CLAIM);
        ALL.commanding(command(CLAIM, PART, " ")).breaks(Rule.WITHDRAWAL_NAMES_CLAIM);
        ALL.commanding(new WithdrawCertificates("w", "ida", "r", "", new byte[] {1}, SECOND, SECOND + 900))
                .breaks(Rule.CLAIM_IS_CANONICAL);
    }

    @Test
    void theTimeIsThatOfTheClaim() {
        ProductionPeriod longer = ProductionPeriod.between(SECOND, SECOND + 2 * Plant.QUARTER);
        ALL.commanding(command(CLAIM, longer, "wrong")).breaks(Rule.WITHDRAWAL_IS_OF_ISSUED_TIME);
        ALL.commanding(new WithdrawCertificates("w", "ida", "r", "", CLAIM.encode(), SECOND, SECOND))
                .breaks(Rule.WITHDRAWAL_IS_OF_ISSUED_TIME);
    }

    @Test
    void openTimeIsNotWithdrawnAgain() {
        ALL.input(0, (CursorPageState) ALL.outputs.get(0)).breaks(Rule.WITHDRAWAL_IS_OF_ISSUED_TIME);
    }

    @Test
    void certificatesOfOtherTimeStay() {
        ALL.input(1, between(WHOLE, 0, 300_000)).breaks(Rule.WITHDRAWAL_TAKES_WHOLE_TIME);
    }

    @Test
    void theEndRecordSaysWhatWasTaken() {
        ALL.output(1, end(EndKind.WITHDRAWN, WHOLE.certificate())).breaks(Rule.END_LISTS_CERTIFICATES);
        ALL.output(1, end(EndKind.EXPIRED, WHOLE.certificate().between(300_000, 700_000)))
                .breaks(Rule.END_LISTS_CERTIFICATES);
        ALL.tweak(draft -> draft.outputs.remove(2)).breaks(Rule.ENERGY_IS_CONSERVED);
        ALL.output(2, between(WHOLE, 0, 300_000).activeOf(BUYER.getPublicKey())).breaks(Rule.OWNERSHIP_FOLLOWS_COMMAND);
    }

    @Test
    void anEndIsNeverConsumed() {
        ALL.tweak(draft -> draft.in(end(EndKind.WITHDRAWN, WHOLE.certificate())))
                .breaks(Rule.END_IS_FINAL);
    }

    @Test
    void aWithdrawalConsultsTheControlState() {
        ALL.tweak(draft -> draft.references.set(0, Scene.account("acme", BUYER)))
                .breaks(Rule.FREEZES_ARE_CONSULTED);
        ALL.tweak(draft -> draft.references.set(0, control(Scene.freezeOfDevice())))
                .isLawful();
    }

    @Test
    void aCorrectionRaisesTheDebtAndNothingElse() {
        Draft lawful = Draft.of(correcting(5_000, "audit"), ISSUER)
                .in(PAGE)
                .out(pageWith(cursor().withMoreDebt(WattHours.of(5_000))));
        lawful.isLawful();
        lawful.signedBy(SELLER).breaks(Rule.REQUIRED_KEYS_SIGN);
        lawful.commanding(correcting(0, "audit")).breaks(Rule.CORRECTION_IS_PLAUSIBLE);
        lawful.commanding(correcting(700_001, "audit")).breaks(Rule.CORRECTION_IS_PLAUSIBLE);
        lawful.commanding(correcting(5_000, "")).breaks(Rule.CORRECTION_IS_PLAUSIBLE);
        lawful.commanding(correcting(5_001, "audit")).breaks(Rule.CURSOR_FOLLOWS_CORRECTION);
        lawful.output(0, PAGE).breaks(Rule.CURSOR_FOLLOWS_CORRECTION);
        lawful.commanding(new Correct("c", "ida", "audit", "MTR-9", 0, 900, 5_000))
                .breaks(Rule.METER_IS_REGISTERED);
        lawful.tweak(draft -> draft.out(WHOLE)).breaks(Rule.STATES_ARE_EXPECTED);
    }

    private static Correct correcting(long wattHours, String reason) {
        return new Correct("c", "ida", reason, PLANT.meterId(), SECOND, SECOND + 900, wattHours);
    }

    /** The other registry may have accepted it already. */
    @Test
    void whatMayLiveAbroadIsNotWithdrawn() {
        CertificateState pending = WHOLE.lockedUnder(new ExportTerms("EX-1", "NORDIC", "ACC-1"));
        ALL.input(1, pending).output(2, between(pending, 0, 300_000)).breaks(Rule.CERTIFICATE_IS_NOT_ABROAD);
    }

    @Test
    void aPageStaysUnderItsNotary() {
        CursorPageState moved = Scene.page(PAGE.cursors(), ISSUER, STRANGER);
        CursorPageState after = (CursorPageState) ALL.outputs.get(0);
        ALL.input(0, moved)
                .output(0, Scene.page(after.cursors(), ISSUER, STRANGER))
                .breaks(Rule.NOTARY_IS_PINNED);
    }

    @Test
    void aCorrectionMayTakeBackEverythingIssued() {
        Draft all = Draft.of(correcting(700_000, "audit"), ISSUER)
                .in(PAGE)
                .out(pageWith(cursor().withMoreDebt(WattHours.of(700_000))));
        all.isLawful();
        all.commanding(new Correct("c", "ida", "audit", PLANT.meterId(), SECOND, SECOND, 700_000))
                .breaks(Rule.CORRECTION_IS_PLAUSIBLE);
        all.commanding(new Correct("c", "ida", "audit", PLANT.meterId(), SECOND + 1, SECOND, 700_000))
                .breaks(Rule.CORRECTION_IS_PLAUSIBLE);
    }
}
