package energy.registry.ledger.contract;

import static energy.registry.ledger.contract.Draft.BUYER;
import static energy.registry.ledger.contract.Draft.ISSUER;
import static energy.registry.ledger.contract.Draft.MARKET;
import static energy.registry.ledger.contract.Draft.NOW;
import static energy.registry.ledger.contract.Draft.REGULATOR;
import static energy.registry.ledger.contract.Draft.STRANGER;
import static java.util.Collections.singletonList;
import static org.assertj.core.api.Assertions.assertThat;

import energy.registry.domain.claim.CameraFinding;
import energy.registry.domain.claim.SignedClaim;
import energy.registry.domain.cursor.CursorPage;
import energy.registry.domain.cursor.LateWindow;
import energy.registry.domain.cursor.MeterCursor;
import energy.registry.domain.evidence.Quality;
import energy.registry.domain.rule.Rule;
import energy.registry.fixture.Keypair;
import energy.registry.fixture.Plant;
import energy.registry.ledger.state.CertificateState;
import energy.registry.ledger.state.CursorPageState;
import energy.registry.ledger.state.Keys;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.corda.core.contracts.TimeWindow;
import net.corda.core.identity.Party;
import net.corda.core.utilities.OpaqueBytes;
import org.junit.jupiter.api.Test;

class IssueContractTest {
    private static final Plant ONE = Scene.PLANT;
    private static final Plant TWO = Plant.of("0002", "windpark-nord");
    private static final CursorPageState PAGE = Scene.page(ONE, TWO);
    private static final SignedClaim CLAIM = ONE.says(0, 0, 100, 200).claim();
    private static final SignedClaim OTHER = TWO.says(0, 0, 50).claim();
    private static final Draft LAWFUL = issue(CLAIM, OTHER);

    /** What follows from the claims when all are lawful. */
    private static Draft issue(SignedClaim... claims) {
        IssuePlan plan = new IssuePlan(singletonList(PAGE), NOW.getEpochSecond());
        List<OpaqueBytes> bytes = new ArrayList<>();
        for (SignedClaim claim : claims) {
            bytes.add(new OpaqueBytes(claim.encode()));
            plan.add(claim.encode()).isValid();
        }
        return Draft.of(new Issue("i", bytes, NOW.getEpochSecond()), ISSUER)
                .in(PAGE)
                .referring(Scene.control())
                .out(plan.pages().toArray(new CursorPageState[0]))
                .out(plan.certificates().toArray(new CertificateState[0]));
    }

    private static Draft forged(SignedClaim claim) {
        Issue command = new Issue("i", singletonList(new OpaqueBytes(claim.encode())), NOW.getEpochSecond());
        return issue(CLAIM).commanding(command);
    }

    @Test
    void claimsOfSeveralMetersShareATransaction() {
        LAWFUL.isLawful();
    }

    @Test
    void aClaimWithoutEnergyMovesTheCursorOnly() {
        issue(ONE.says(0, 100, 100).claim()).isLawful();
    }

    @Test
    void onlyTheIssuingBodyIssues() {
        LAWFUL.signedBy(MARKET).breaks(Rule.REQUIRED_KEYS_SIGN);
    }

    @Test
    void energyIsNotAdded() {
        CertificateState certificate = (CertificateState) LAWFUL.outputs.get(1);
        LAWFUL.tweak(draft -> draft.out(certificate)).breaks(Rule.CERTIFICATES_FOLLOW_CLAIMS);
        LAWFUL.output(2, certificate).breaks(Rule.CERTIFICATES_FOLLOW_CLAIMS);
        LAWFUL.output(1, certificate.activeOf(BUYER.getPublicKey())).breaks(Rule.CERTIFICATES_FOLLOW_CLAIMS);
        LAWFUL.tweak(draft -> draft.outputs.remove(2)).breaks(Rule.CERTIFICATES_FOLLOW_CLAIMS);
    }

    @Test
    void theCursorMoves() {
        LAWFUL.output(0, PAGE).breaks(Rule.CURSOR_FOLLOWS_CLAIMS);
    }

    @Test
    void aClaimIsNotIssuedTwiceInOneTransaction() {
        forged(CLAIM)
                .commanding(new Issue(
                        "i",
                        Arrays.asList(new OpaqueBytes(CLAIM.encode()), new OpaqueBytes(CLAIM.encode())),
                        NOW.getEpochSecond()))
                .breaks(Rule.INTERVAL_NOT_YET_ISSUED);
    }

    @Test
    void theMeterSigns() {
        forged(ONE.says(0, 0, 100, 200).signedBy(Keypair.fresh()).claim()).breaks(Rule.METER_SIGNED_STATEMENT);
    }

    @Test
    void twoDifferentVerifiersSign() {
        forged(ONE.says(0, 0, 100, 200).verifiedTwiceByOne().claim()).breaks(Rule.QUORUM_SIGNED_CLAIM);
        forged(ONE.says(0, 0, 100, 200)
                        .verifiedBy(Keypair.fresh(), Keypair.fresh())
                        .claim())
                .breaks(Rule.QUORUM_SIGNED_CLAIM);
    }

    @Test
    void theCameraSupportsTheEnergy() {
        forged(ONE.says(0, 0, 100, 200).finding(CameraFinding.INCONCLUSIVE).claim())
                .breaks(Rule.CAMERA_SUPPORTS_ENERGY);
    }

    @Test
    void physicsAndQualityHold() {
        forged(ONE.says(0, 0, 100, 600_000).maxWh(600_000).claim()).breaks(Rule.ENERGY_IS_WITHIN_CAPACITY);
        forged(ONE.says(0, 0, 100, 200).maxWh(99).claim()).breaks(Rule.ENERGY_IS_WITHIN_ENVELOPE);
        forged(ONE.says(0, 0, 100, 200).quality(Quality.ESTIMATED).claim()).breaks(Rule.QUALITY_IS_NOT_ESTIMATED);
    }

    @Test
    void anUnknownMeterIsRefused() {
        forged(Plant.of("0003", "windpark-nord").says(0, 0, 100).claim()).breaks(Rule.METER_IS_REGISTERED);
        forged(ONE.says(0, 0, 100).deviceId("WTG-0002").claim()).breaks(Rule.DEVICE_OWNS_METER);
    }

    @Test
    void bytesThatAreNoClaimAreRefused() {
        LAWFUL.commanding(new Issue("i", singletonList(new OpaqueBytes(new byte[] {1})), NOW.getEpochSecond()))
                .breaks(Rule.CLAIM_IS_CANONICAL);
    }

    @Test
    void aBatchIsBounded() {
        LAWFUL.commanding(new Issue("i", new ArrayList<>(), NOW.getEpochSecond()))
                .breaks(Rule.BATCH_IS_BOUNDED);
    }

    @Test
    void theTimeOfIssueIsNotarised() {
        LAWFUL.tweak(draft -> draft.window = null).breaks(Rule.ISSUE_TIME_IS_NOTARISED);
        LAWFUL.commanding(new Issue("i", ((Issue) LAWFUL.commands.get(0)).getClaims(), NOW.getEpochSecond() + 3_600))
                .breaks(Rule.ISSUE_TIME_IS_NOTARISED);
    }

    @Test
    void pagesStayWithNotaryAndIssuer() {
        CursorPageState elsewhere = Scene.page(PAGE.cursors(), ISSUER, STRANGER);
        LAWFUL.input(0, elsewhere).breaks(Rule.NOTARY_IS_PINNED);
        CursorPageState foreign = Scene.page(PAGE.cursors(), MARKET, Draft.NOTARY);
        LAWFUL.tweak(draft -> {
                    draft.in(foreign);
                    draft.outputs.add(1, foreign);
                })
                .breaks(Rule.ISSUER_IS_PINNED);
    }

    @Test
    void lateEnergyIsIssuedWithTheRegulatorsConsentOnly() {
        Instant late = NOW.plus(Duration.ofDays(90));
        Draft issue = late(late, LateWindow.OPENED_BY_REGULATOR).tweak(draft -> {
            draft.window = TimeWindow.between(late.minusSeconds(30), late.plusSeconds(180));
            draft.signers.add(REGULATOR.getPublicKey());
        });
        issue.isLawful();
        issue.tweak(draft -> draft.signers.remove(REGULATOR.getPublicKey())).breaks(Rule.ISSUE_IS_IN_TIME);
    }

    private static Draft late(Instant issued, LateWindow window) {
        IssuePlan plan = new IssuePlan(singletonList(PAGE), issued.getEpochSecond(), window);
        assertThat(plan.add(CLAIM.encode()).isValid()).isTrue();
        List<OpaqueBytes> claims = singletonList(new OpaqueBytes(CLAIM.encode()));
        return Draft.of(new Issue("i", claims, issued.getEpochSecond()), ISSUER)
                .referring(Scene.control())
                .in(PAGE)
                .out(plan.pages().toArray(new CursorPageState[0]))
                .out(plan.certificates().toArray(new CertificateState[0]));
    }

    @Test
    void energyOfTheFutureIsNotIssued() {
        forged(ONE.says(96, 0, 100, 200).claim()).breaks(Rule.ENERGY_IS_PRODUCED);
    }

    @Test
    void oneBadClaimDoesNotSinkItsBatch() {
        IssuePlan plan = new IssuePlan(singletonList(PAGE), NOW.getEpochSecond());
        assertThat(plan.add(CLAIM.encode()).isValid()).isTrue();
        SignedClaim bad = TWO.says(0, 0, 50).verifiedTwiceByOne().claim();
        assertThat(plan.add(bad.encode()).rule()).isEqualTo(Rule.QUORUM_SIGNED_CLAIM);
        assertThat(plan.add(OTHER.encode()).isValid()).isTrue();
        assertThat(plan.pages()).isEqualTo(LAWFUL.outputs.subList(0, 1));
        assertThat(plan.certificates()).hasSize(2);
    }

    @Test
    void claimsOnManyPagesShareATransaction() {
        Plant three = Plant.of("0003", "windpark-nord");
        CursorPage second = CursorPage.empty(1)
                .plus(MeterCursor.fresh(three.device(), Keys.kernelKey(Draft.SELLER.getPublicKey())));
        CursorPageState other = Scene.page(second, ISSUER, Draft.NOTARY);
        SignedClaim third = three.says(0, 0, 70).claim();
        IssuePlan plan = new IssuePlan(Arrays.asList(PAGE, other), NOW.getEpochSecond());
        List<OpaqueBytes> claims = new ArrayList<>();
        for (SignedClaim claim : Arrays.asList(CLAIM, third, OTHER)) {
            assertThat(plan.add(claim.encode()).isValid()).isTrue();
            claims.add(new OpaqueBytes(claim.encode()));
        }
        Draft both = Draft.of(new Issue("i", claims, NOW.getEpochSecond()), ISSUER)
                .referring(Scene.control())
                .in(PAGE, other)
                .out(plan.pages().toArray(new CursorPageState[0]))
                .out(plan.certificates().toArray(new CertificateState[0]));
        both.isLawful();
        both.output(1, other).breaks(Rule.CURSOR_FOLLOWS_CLAIMS);
        both.input(1, PAGE).breaks(Rule.ISSUER_IS_PINNED);
    }

    @Test
    void certificatesDoNotGetLostOnTheWay() {
        LAWFUL.tweak(draft -> draft.in(Scene.certificate())).breaks(Rule.STATES_ARE_EXPECTED);
    }

    /** Junk is cheap: whether a batch is too large is asked before its first claim is read. */
    @Test
    void aBatchHasAtMostItsLargestNumberOfClaims() {
        OpaqueBytes junk = new OpaqueBytes(new byte[] {1});
        LAWFUL.commanding(new Issue("i", Collections.nCopies(IssuePlan.CLAIMS_MAX, junk), NOW.getEpochSecond()))
                .breaks(Rule.CLAIM_IS_CANONICAL);
        LAWFUL.commanding(new Issue("i", Collections.nCopies(IssuePlan.CLAIMS_MAX + 1, junk), NOW.getEpochSecond()))
                .breaks(Rule.BATCH_IS_BOUNDED);
    }

    @Test
    void pagesOfOneTransactionHaveTheSameAuthorities() {
        CursorPage second = CursorPage.empty(1);
        with(Scene.page(second, ISSUER, Draft.NOTARY)).isLawful();
        with(Scene.page(second, MARKET, Draft.NOTARY)).breaks(Rule.ISSUER_IS_PINNED);
        with(of(second, MARKET.getParty())).breaks(Rule.ISSUER_IS_PINNED);
    }

    private static Draft with(CursorPageState other) {
        return LAWFUL.tweak(draft -> {
            draft.in(other);
            draft.outputs.add(1, other);
        });
    }

    private static CursorPageState of(CursorPage cursors, Party regulator) {
        return new CursorPageState(
                cursors.encode(), PAGE.getRegister(), ISSUER.getParty(), regulator, Draft.NOTARY.getParty());
    }

    @Test
    void anIssueChangesNoAuthorityOfThePage() {
        CursorPage after = ((CursorPageState) LAWFUL.outputs.get(0)).cursors();
        LAWFUL.output(0, of(after, REGULATOR.getParty())).isLawful();
        LAWFUL.output(0, of(after, MARKET.getParty())).breaks(Rule.CURSOR_FOLLOWS_CLAIMS);
        LAWFUL.output(0, Scene.page(after, MARKET, Draft.NOTARY)).breaks(Rule.CURSOR_FOLLOWS_CLAIMS);
        LAWFUL.output(0, Scene.page(after, ISSUER, STRANGER)).breaks(Rule.CURSOR_FOLLOWS_CLAIMS);
    }

    @Test
    void aPlanSaysWhichPagesItChanges() {
        CursorPageState other = Scene.page(CursorPage.empty(1), ISSUER, Draft.NOTARY);
        IssuePlan plan = new IssuePlan(Arrays.asList(PAGE, other), NOW.getEpochSecond());
        assertThat(plan.add(CLAIM.encode()).isValid()).isTrue();
        assertThat(plan.changes(0)).isTrue();
        assertThat(plan.changes(1)).isFalse();
    }
}
