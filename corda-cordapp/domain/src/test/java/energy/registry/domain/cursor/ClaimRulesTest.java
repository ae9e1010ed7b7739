package energy.registry.domain.cursor;

import static org.assertj.core.api.Assertions.assertThat;

import energy.registry.domain.claim.CameraFinding;
import energy.registry.domain.claim.SignedClaim;
import energy.registry.domain.device.CameraPolicy;
import energy.registry.domain.encoding.Digest;
import energy.registry.domain.evidence.Quality;
import energy.registry.domain.identity.PlatformSignatures;
import energy.registry.domain.rule.Rule;
import energy.registry.domain.rule.Verdict;
import energy.registry.fixture.Keypair;
import energy.registry.fixture.Plant;
import org.junit.jupiter.api.Test;

/** Each test starts from a claim that is accepted and breaks one rule only. */
final class ClaimRulesTest {
    private static final long NOW = Plant.MIDNIGHT + 86_400;

    private final Plant plant = Plant.of("0001", "windpark-nord");
    private final MeterCursor fresh =
            MeterCursor.fresh(plant.device(), Keypair.fresh().key());
    private final SignedClaim first = plant.says(0, 1_000, 1_500).claim();
    private final MeterCursor cursor = accepted(fresh, first);

    @Test
    void anHonestClaimIsAcceptedAndItsEnergyGetsTheNextSerials() {
        MeterCursor.Acceptance acceptance =
                accept(cursor, plant.says(1, 1_500, 1_800).after(first).claim());
        assertThat(acceptance.verdict().isValid()).isTrue();
        assertThat(acceptance.bundle().orElseThrow().certificateId()).isEqualTo("WTG-0001:20261101T0015Z:500-800");
        assertThat(acceptance.next().position().serialNextWh()).isEqualTo(800);
        assertThat(MeterCursor.decode(acceptance.next().encode())).isEqualTo(acceptance.next());
    }

    @Test
    void anotherMetersStatementIsRefused() {
        assertBreaks(Rule.METER_IS_REGISTERED, next().meterId("MTR-9"));
    }

    @Test
    void anotherDevicesNameIsRefused() {
        assertBreaks(Rule.DEVICE_OWNS_METER, next().deviceId("WTG-9"));
    }

    @Test
    void aStatementSignedByAnotherKeyIsRefused() {
        assertBreaks(Rule.METER_SIGNED_STATEMENT, next().signedBy(Keypair.fresh()));
    }

    @Test
    void oneVerifierTwiceIsNoQuorum() {
        assertBreaks(Rule.QUORUM_SIGNED_CLAIM, next().verifiedTwiceByOne());
    }

    @Test
    void strangersAreNoQuorum() {
        assertBreaks(Rule.QUORUM_SIGNED_CLAIM, next().verifiedBy(Keypair.fresh(), Keypair.fresh()));
    }

    @Test
    void aRequiredCameraMustSupportTheEnergy() {
        assertBreaks(Rule.CAMERA_SUPPORTS_ENERGY, next().finding(CameraFinding.INCONCLUSIVE));
        assertBreaks(Rule.CAMERA_SUPPORTS_ENERGY, next().finding(CameraFinding.INCONSISTENT));
        assertBreaks(Rule.CAMERA_SUPPORTS_ENERGY, next().finding(CameraFinding.ABSENT));
    }

    @Test
    void anAdvisoryCameraMayBeSilentButNotContradict() {
        Plant advised = plant.withPolicy(CameraPolicy.ADVISORY);
        MeterCursor start = MeterCursor.fresh(advised.device(), Keypair.fresh().key());
        assertThat(verdict(start, advised.says(0, 0, 5).finding(CameraFinding.ABSENT))
                        .isValid())
                .isTrue();
        assertThat(verdict(start, advised.says(0, 0, 5).finding(CameraFinding.INCONSISTENT)))
                .hasToString(accept(
                                start,
                                advised.says(0, 0, 5)
                                        .finding(CameraFinding.INCONSISTENT)
                                        .claim())
                        .verdict()
                        .toString())
                .matches(verdict -> verdict.toString().contains(Rule.CAMERA_SUPPORTS_ENERGY.name()));
    }

    @Test
    void anEstimateIsRefused() {
        assertBreaks(Rule.QUALITY_IS_NOT_ESTIMATED, next().quality(Quality.ESTIMATED));
    }

    @Test
    void anotherGridIsRefused() {
        assertBreaks(Rule.INTERVAL_IS_ON_GRID, plant.says(2, 1_500, 1_800).intervalSeconds(1_800));
    }

    @Test
    void theSameIntervalIsRefusedAgainAndSoIsAnOverlap() {
        assertBreaks(Rule.INTERVAL_NOT_YET_ISSUED, plant.says(0, 1_000, 1_500));
        assertBreaks(Rule.INTERVAL_NOT_YET_ISSUED, plant.says(0, 1_000, 1_500, 1_800));
        assertBreaks(
                Rule.INTERVAL_NOT_YET_ISSUED, plant.says(-1, 900, 1_000, 1_500).sequence(5));
    }

    @Test
    void anotherEpochIsRefused() {
        assertBreaks(Rule.EPOCH_IS_CURRENT, next().epoch(1));
    }

    @Test
    void aFallingRegisterIsRefused() {
        assertBreaks(Rule.REGISTER_DOES_NOT_FALL, plant.says(1, 1_500, 1_800, 1_700));
    }

    @Test
    void aRegisterThatDoesNotContinueIsRefused() {
        assertBreaks(Rule.REGISTER_CONTINUES, plant.says(1, 1_499, 1_800).after(first));
        assertBreaks(Rule.REGISTER_CONTINUES, plant.says(1, 1_501, 1_800).after(first));
        assertBreaks(Rule.REGISTER_CONTINUES, plant.says(3, 1_400, 1_800));
    }

    @Test
    void anOlderSequenceForLaterTimeIsRefused() {
        MeterCursor later = accepted(cursor, plant.says(4, 2_000, 2_100).claim());
        assertThat(verdict(later, plant.says(6, 2_200, 2_300).sequence(3)).toString())
                .contains(Rule.SEQUENCE_CONTINUES.name());
    }

    @Test
    void theNextStatementMustNameTheOneBefore() {
        assertBreaks(
                Rule.STATEMENT_CHAIN_CONTINUES,
                plant.says(1, 1_500, 1_800).after(plant.says(0, 1_000, 1_501).claim()));
    }

    @Test
    void energyAboveTheSignedEnvelopeIsRefused() {
        assertBreaks(Rule.ENERGY_IS_WITHIN_ENVELOPE, next().maxWh(299));
    }

    @Test
    void energyAboveTheCapacityIsRefused() {
        assertBreaks(
                Rule.ENERGY_IS_WITHIN_CAPACITY,
                plant.says(1, 1_500, 1_500 + 550_001).after(first));
        assertThat(verdict(cursor, plant.says(1, 1_500, 1_500 + 550_000).after(first))
                        .isValid())
                .isTrue();
    }

    @Test
    void aLateReadingFillsItsGapAndNoMore() {
        MeterCursor later = accepted(cursor, plant.says(4, 2_000, 2_100).claim());
        assertThat(verdict(later, plant.says(1, 1_500, 1_600)).isValid()).isTrue();
        assertThat(verdict(later, plant.says(3, 1_900, 2_000)).isValid()).isTrue();
        assertThat(verdict(later, plant.says(3, 1_900, 2_001)).toString()).contains(Rule.REGISTER_CONTINUES.name());
        assertThat(verdict(later, plant.says(3, 1_900, 2_000, 2_100)).toString())
                .contains(Rule.INTERVAL_NOT_YET_ISSUED.name());
    }

    @Test
    void aPartOfARunLeavesTheRestOpen() {
        MeterCursor part = accepted(
                cursor,
                plant.says(1, 1_500, 1_600, 1_700, 1_800)
                        .after(first)
                        .part(1, 1)
                        .claim());
        assertThat(verdict(part, plant.says(1, 1_500, 1_600, 1_700, 1_800).part(0, 1))
                        .isValid())
                .isTrue();
        assertThat(verdict(part, plant.says(1, 1_500, 1_600, 1_700, 1_800).part(1, 1))
                        .toString())
                .contains(Rule.INTERVAL_NOT_YET_ISSUED.name());
    }

    @Test
    void anIntervalWithoutEnergyAdvancesTheCursorAndMakesNoCertificate() {
        MeterCursor.Acceptance acceptance =
                accept(cursor, plant.says(1, 1_500, 1_500).after(first).claim());
        assertThat(acceptance.bundle()).isEmpty();
        assertThat(acceptance.next().position().lastEndEpochSecond()).isEqualTo(Plant.MIDNIGHT + 2 * Plant.QUARTER);
        assertThat(acceptance.next().position().readingChain()).isNotEqualTo(Digest.ZERO);
    }

    private Plant.Speech next() {
        return plant.says(1, 1_500, 1_800).after(first);
    }

    private void assertBreaks(Rule rule, Plant.Speech speech) {
        assertThat(verdict(cursor, speech).toString()).contains(rule.name());
    }

    private static Verdict verdict(MeterCursor cursor, Plant.Speech speech) {
        return accept(cursor, speech.claim()).verdict();
    }

    private static MeterCursor accepted(MeterCursor cursor, SignedClaim claim) {
        MeterCursor.Acceptance acceptance = accept(cursor, claim);
        assertThat(acceptance.verdict().isValid())
                .as(acceptance.verdict().toString())
                .isTrue();
        return acceptance.next();
    }

    private static MeterCursor.Acceptance accept(MeterCursor cursor, SignedClaim claim) {
        return cursor.accept(claim, new PlatformSignatures(), "O=Issuing Body,L=Brussels,C=BE", NOW);
    }
}
