package energy.registry.ledger.contract;

import static energy.registry.ledger.contract.Draft.BUYER;
import static energy.registry.ledger.contract.Draft.ISSUER;
import static energy.registry.ledger.contract.Draft.MARKET;
import static energy.registry.ledger.contract.Draft.NOW;
import static energy.registry.ledger.contract.Draft.STRANGER;
import static java.util.Collections.singletonList;

import energy.registry.domain.claim.CameraFinding;
import energy.registry.domain.claim.SignedClaim;
import energy.registry.domain.evidence.Quality;
import energy.registry.domain.rule.Rule;
import energy.registry.fixture.Keypair;
import energy.registry.fixture.Plant;
import energy.registry.ledger.state.CertificateState;
import energy.registry.ledger.state.CursorPageState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
        CursorPageState elsewhere =
                new CursorPageState(PAGE.getPage(), "register", ISSUER.getParty(), STRANGER.getParty());
        LAWFUL.input(0, elsewhere).breaks(Rule.NOTARY_IS_PINNED);
        CursorPageState foreign =
                new CursorPageState(PAGE.getPage(), "register", MARKET.getParty(), Draft.NOTARY.getParty());
        LAWFUL.tweak(draft -> {
                    draft.in(foreign);
                    draft.outputs.add(1, foreign);
                })
                .breaks(Rule.ISSUER_IS_PINNED);
    }

    @Test
    void certificatesDoNotGetLostOnTheWay() {
        LAWFUL.tweak(draft -> draft.in(Scene.certificate())).breaks(Rule.STATES_ARE_EXPECTED);
    }
}
