package energy.registry.domain.cursor;

import static org.assertj.core.api.Assertions.assertThat;

import energy.registry.domain.claim.SignedClaim;
import energy.registry.domain.encoding.Digest;
import energy.registry.domain.energy.ProductionPeriod;
import energy.registry.domain.energy.WattHours;
import energy.registry.domain.identity.PlatformSignatures;
import energy.registry.domain.rule.Rule;
import energy.registry.fixture.Plant;
import org.junit.jupiter.api.Test;

/** Three quarter hours of 100, 200 and 300 Wh are issued; parts are withdrawn. */
class WithdrawalTest {
    private static final Plant PLANT = Plant.of("0001", "windpark-nord");
    private static final SignedClaim CLAIM = PLANT.says(0, 0, 100, 300, 600).claim();
    private static final MeterCursor ISSUED =
            accept(MeterCursor.fresh(PLANT.device(), PLANT.device().meterKey()), CLAIM);

    private static MeterCursor accept(MeterCursor cursor, SignedClaim claim) {
        return cursor.accept(claim, new PlatformSignatures(), "Issuing Body", Plant.MIDNIGHT + 10 * 86_400)
                .next();
    }

    private static ProductionPeriod quarters(int from, int to) {
        return ProductionPeriod.between(
                Plant.MIDNIGHT + (long) from * Plant.QUARTER, Plant.MIDNIGHT + (long) to * Plant.QUARTER);
    }

    private static MeterCursor.Acceptance withdraw(MeterCursor cursor, int from, int to, long wattHours) {
        return cursor.withdraw(CLAIM.claim(), quarters(from, to), WattHours.of(wattHours));
    }

    @Test
    void allOfATimeOpensItBetweenItsRegisters() {
        MeterCursor after = withdraw(ISSUED, 1, 2, 200).next();
        Gap gap = after.position().gaps().get(1);
        assertThat(gap.startEpochSecond()).isEqualTo(Plant.MIDNIGHT + Plant.QUARTER);
        assertThat(gap.endEpochSecond()).isEqualTo(Plant.MIDNIGHT + 2 * Plant.QUARTER);
        assertThat(gap.registerFromWh()).isEqualTo(100);
        assertThat(gap.registerToWh()).isEqualTo(300);
        assertThat(after.position().debtWh()).isZero();
        assertThat(after.position().serialNextWh()).isEqualTo(600);
        SignedClaim again = PLANT.says(1, 100, 300).claim();
        assertThat(accept(after, again).position().gaps()).hasSize(2);
        assertThat(accept(after, again).position().serialNextWh()).isEqualTo(800);
    }

    @Test
    void timeNextToAGapAndNextToTheOpenEndIsOpenedToo() {
        MeterCursor one = withdraw(ISSUED, 1, 2, 200).next();
        MeterCursor two = withdraw(one, 2, 3, 300).next();
        MeterCursor three = withdraw(two, 0, 1, 100).next();
        assertThat(three.position().gaps()).hasSize(5);
        assertThat(MeterCursor.decode(three.encode())).isEqualTo(three);
        assertThat(three.position().lastEndEpochSecond()).isEqualTo(Plant.MIDNIGHT + 3 * Plant.QUARTER);
    }

    @Test
    void whatIsMissingIsDebt() {
        MeterCursor after = withdraw(ISSUED, 0, 3, 450).next();
        assertThat(after.position().debtWh()).isEqualTo(150);
        assertThat(after.position().gaps()).hasSameSizeAs(ISSUED.position().gaps());
        MeterCursor later = accept(after, PLANT.says(3, 600, 800).after(CLAIM).claim());
        assertThat(later.position().debtWh()).isZero();
        assertThat(later.position().serialNextWh()).isEqualTo(650);
    }

    @Test
    void onlyIssuedTimeOfTheClaimIsWithdrawn() {
        MeterCursor open = withdraw(ISSUED, 1, 2, 200).next();
        assertThat(withdraw(open, 1, 2, 200).verdict().rule()).isEqualTo(Rule.WITHDRAWAL_IS_OF_ISSUED_TIME);
        assertThat(withdraw(open, 0, 3, 400).verdict().rule()).isEqualTo(Rule.WITHDRAWAL_IS_OF_ISSUED_TIME);
        assertThat(withdraw(ISSUED, 2, 4, 300).verdict().rule()).isEqualTo(Rule.WITHDRAWAL_IS_OF_ISSUED_TIME);
        assertThat(withdraw(ISSUED, -1, 1, 100).verdict().rule()).isEqualTo(Rule.WITHDRAWAL_IS_OF_ISSUED_TIME);
        assertThat(withdraw(ISSUED, 1, 2, 201).verdict().rule()).isEqualTo(Rule.WITHDRAWAL_IS_OF_ISSUED_TIME);
        ProductionPeriod offGrid = ProductionPeriod.between(Plant.MIDNIGHT + 1, Plant.MIDNIGHT + Plant.QUARTER);
        assertThat(ISSUED.withdraw(CLAIM.claim(), offGrid, WattHours.of(1))
                        .verdict()
                        .rule())
                .isEqualTo(Rule.WITHDRAWAL_IS_OF_ISSUED_TIME);
    }

    @Test
    void aCorrectionAddsToTheDebt() {
        MeterCursor after = ISSUED.withMoreDebt(WattHours.of(10)).withMoreDebt(WattHours.of(5));
        assertThat(after.position().debtWh()).isEqualTo(15);
        assertThat(after.position().gaps()).hasSameSizeAs(ISSUED.position().gaps());
    }

    @Test
    void aPartOfAStatementKnowsItsOwnRegisters() {
        SignedClaim part = PLANT.says(0, 0, 100, 300, 600).part(1, 2).claim();
        MeterCursor issued =
                accept(MeterCursor.fresh(PLANT.device(), PLANT.device().meterKey()), part);
        assertThat(issued.position().serialNextWh()).isEqualTo(500);
        MeterCursor.Acceptance last = issued.withdraw(part.claim(), quarters(2, 3), WattHours.of(300));
        Gap gap = last.next().position().gaps().get(1);
        assertThat(gap.registerFromWh()).isEqualTo(300);
        assertThat(gap.registerToWh()).isEqualTo(600);
        assertThat(issued.withdraw(part.claim(), quarters(0, 2), WattHours.of(200))
                        .verdict()
                        .rule())
                .isEqualTo(Rule.WITHDRAWAL_IS_OF_ISSUED_TIME);
    }

    @Test
    void aFullCursorOpensNoMoreTimeButBooksDebt() {
        MeterCursor full = ISSUED;
        for (int i = 0; i < MeterPosition.GAPS_MAX - 1; i++) {
            int quarter = 4 + 2 * i;
            full = accept(full, PLANT.says(quarter, 1_000 + i, 1_001 + i).claim());
        }
        assertThat(full.position().gaps()).hasSize(MeterPosition.GAPS_MAX + 1);
        assertThat(full.position().forfeitedSeconds()).isZero();
        assertThat(withdraw(full, 1, 2, 200).verdict().rule()).isEqualTo(Rule.WITHDRAWAL_IS_OF_ISSUED_TIME);
        assertThat(withdraw(full, 1, 2, 150).next().position().debtWh()).isEqualTo(50);

        Gap oldest = full.position().gaps().get(0);
        int next = 4 + 2 * (MeterPosition.GAPS_MAX - 1);
        MeterCursor over = accept(full, PLANT.says(next, 2_000, 2_001).claim());
        assertThat(over.position().gaps()).hasSize(MeterPosition.GAPS_MAX + 1);
        assertThat(over.position().forfeitedSeconds()).isEqualTo(oldest.endEpochSecond() - oldest.startEpochSecond());
        MeterCursor more = accept(over, PLANT.says(next + 2, 3_000, 3_001).claim());
        assertThat(more.position().forfeitedSeconds()).isEqualTo(over.position().forfeitedSeconds() + Plant.QUARTER);
        assertThat(MeterCursor.decode(more.encode())).isEqualTo(more);
    }

    @Test
    void theChainGoesOverAllAcceptedClaims() {
        assertThat(ISSUED.position().readingChain())
                .isEqualTo(Digest.sha(Digest.ZERO.bytes(), CLAIM.claim().id().bytes()));
        assertThat(ISSUED).isNotEqualTo(withdraw(ISSUED, 1, 2, 200).next()).isNotEqualTo("cursor");
        assertThat(ISSUED.hashCode()).isEqualTo(ISSUED.position().readingChain().hashCode());
        assertThat(ISSUED.isActive()).isTrue();
        assertThat(ISSUED.claimableUntil(MeterCursor.NEVER).isActive()).isFalse();
        assertThat(MeterCursor.unregistered("MTR-9").rule()).isEqualTo(Rule.METER_IS_REGISTERED);
    }
}
