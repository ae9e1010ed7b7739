package energy.registry.ledger.contract;

import static energy.registry.ledger.contract.Draft.BUYER;
import static energy.registry.ledger.contract.Draft.ISSUER;
import static energy.registry.ledger.contract.Draft.NOTARY;
import static energy.registry.ledger.contract.Draft.REGULATOR;
import static energy.registry.ledger.contract.Draft.SELLER;
import static energy.registry.ledger.contract.Draft.STRANGER;
import static energy.registry.ledger.contract.Scene.BUNDLE;
import static energy.registry.ledger.contract.Scene.account;
import static energy.registry.ledger.contract.Scene.certificate;
import static energy.registry.ledger.contract.Scene.control;
import static energy.registry.ledger.contract.Scene.retirement;
import static java.util.Collections.singletonList;

import energy.registry.domain.certificate.Retirement;
import energy.registry.domain.consumption.ConsumptionCursor;
import energy.registry.domain.consumption.ConsumptionPoint;
import energy.registry.domain.encoding.Digest;
import energy.registry.domain.evidence.IntervalStatement;
import energy.registry.domain.evidence.Origin;
import energy.registry.domain.evidence.Quality;
import energy.registry.domain.evidence.Signatory;
import energy.registry.domain.evidence.SignedRecord;
import energy.registry.domain.merkle.SparseMerkleTree;
import energy.registry.domain.register.Fingerprint;
import energy.registry.domain.rule.Rule;
import energy.registry.fixture.Keypair;
import energy.registry.fixture.Plant;
import energy.registry.ledger.state.ConsumptionState;
import energy.registry.ledger.state.DeviceRegisterState;
import energy.registry.ledger.state.Keys;
import energy.registry.ledger.state.RetirementState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two quarter hours of 300,000 and 400,000 Wh are retired against the metered consumption of the same two. */
class ConsumptionContractTest {
    private static final Keypair METER = Keypair.fresh();
    private static final ConsumptionPoint POINT = point("windpark-nord", SELLER.getPublicKey(), Plant.QUARTER);
    private static final ConsumptionState FRESH = state(ConsumptionCursor.fresh(POINT));
    private static final Retirement RETIREMENT = retirement(BUNDLE);
    private static final byte[] SAID = says(0, 300_000, 750_000);

    private static final Draft OPENED = opening(Scene.REGISTER, FRESH, "a new connection");
    private static final Draft LAWFUL = retiring(SAID);

    private static ConsumptionPoint point(String account, java.security.PublicKey owner, int seconds) {
        return new ConsumptionPoint(
                "DE0001", account, Keys.kernelKey(owner), "MTR-7", METER.key(), seconds, Plant.MIDNIGHT);
    }

    private static ConsumptionState state(ConsumptionCursor cursor) {
        return new ConsumptionState(cursor.encode(), ISSUER.getParty(), NOTARY.getParty());
    }

    private static Draft opening(DeviceRegisterState register, ConsumptionState state, String reason) {
        SparseMerkleTree tree = new SparseMerkleTree();
        List<AbsenceEvidence> proofs = new ArrayList<>();
        for (Fingerprint print : Fingerprint.of(POINT)) {
            proofs.add(AbsenceEvidence.of(tree.absenceOf(print.digest())));
            tree.add(print.digest());
        }
        return Draft.of(new OpenConsumptionPoint("o", "ida", reason, proofs), ISSUER)
                .in(register)
                .out(register.withRoot(tree.root()), state)
                .referring(account("windpark-nord", SELLER));
    }

    private static byte[] says(long... registers) {
        return says("MTR-7", Plant.QUARTER, Quality.MEASURED, METER, registers);
    }

    private static byte[] says(String meter, int seconds, Quality quality, Keypair key, long... registers) {
        byte[] statement = new IntervalStatement(
                        meter,
                        0,
                        0,
                        Plant.MIDNIGHT,
                        seconds,
                        registers,
                        quality,
                        Signatory.METER,
                        Origin.LIVE,
                        0,
                        Digest.sha(),
                        Digest.ZERO)
                .encode();
        return new SignedRecord(statement, key.sign(statement)).encode();
    }

    private static RetireForConsumption command(byte[] said) {
        return new RetireForConsumption("r", singletonList(new SerialRange(0, 700_000)), said);
    }

    private static Draft retiring(byte[] said) {
        return Draft.of(command(said), SELLER)
                .in(certificate(), FRESH)
                .out(
                        new RetirementState(RETIREMENT.encode(), SELLER.getPublicKey(), ISSUER.getParty()),
                        state(FRESH.record().after(said, RETIREMENT.id())))
                .referring(control());
    }

    @Test
    void aPointIsOpenedByTheIssuingBodyWithEverythingOpen() {
        OPENED.isLawful();
        OPENED.signedBy(SELLER).breaks(Rule.REQUIRED_KEYS_SIGN);
        OPENED.tweak(draft -> draft.notary = STRANGER.getParty()).breaks(Rule.NOTARY_IS_PINNED);
        OPENED.output(1, new ConsumptionState(FRESH.getCursor(), REGULATOR.getParty(), NOTARY.getParty()))
                .breaks(Rule.ISSUER_IS_PINNED);
        OPENED.output(1, new ConsumptionState(FRESH.getCursor(), ISSUER.getParty(), STRANGER.getParty()))
                .breaks(Rule.NOTARY_IS_PINNED);
        OPENED.tweak(draft -> draft.out(FRESH)).breaks(Rule.STATES_ARE_EXPECTED);
    }

    @Test
    void aPointIsComplete() {
        opening(Scene.REGISTER, FRESH, " ").breaks(Rule.CONSUMPTION_POINT_IS_COMPLETE);
        OPENED.output(1, state(FRESH.record().after(SAID, RETIREMENT.id()))).breaks(Rule.CONSUMPTION_POINT_IS_COMPLETE);
        OPENED.output(1, state(ConsumptionCursor.fresh(point("windpark-nord", SELLER.getPublicKey(), 7_200))))
                .breaks(Rule.CONSUMPTION_POINT_IS_COMPLETE);
        OPENED.output(1, new ConsumptionState(new byte[] {1}, ISSUER.getParty(), NOTARY.getParty()))
                .breaks(Rule.CONSUMPTION_POINT_IS_COMPLETE);
        OPENED.tweak(draft -> draft.references.set(0, account("windpark-nord", BUYER)))
                .breaks(Rule.OWNER_HAS_ACCOUNT);
        OPENED.tweak(draft -> draft.references.set(0, account("acme", SELLER))).breaks(Rule.OWNER_HAS_ACCOUNT);
    }

    @Test
    void aPointIsOpenedOnce() {
        OPENED.input(0, (DeviceRegisterState) OPENED.outputs.get(0)).breaks(Rule.CONSUMPTION_POINT_IS_NEW);
        OPENED.commanding(new OpenConsumptionPoint("o", "ida", "again", new ArrayList<>()))
                .breaks(Rule.CONSUMPTION_POINT_IS_NEW);
        OPENED.output(0, Scene.REGISTER).breaks(Rule.REGISTER_FOLLOWS_POINT);
    }

    @Test
    void aRetirementTakesTheConsumptionOfItsHours() {
        LAWFUL.isLawful();
        retiring(says(0, 300_000, 700_000)).isLawful();
        retiring(says(0, 299_999, 750_000)).breaks(Rule.RETIREMENT_FITS_CONSUMPTION);
        retiring(says(0, 500_000, 899_999)).breaks(Rule.RETIREMENT_FITS_CONSUMPTION);
        retiring(says(0, 900_000)).breaks(Rule.RETIREMENT_FITS_CONSUMPTION);
    }

    @Test
    void consumptionIsClaimedOnce() {
        ConsumptionState claimed = (ConsumptionState) LAWFUL.outputs.get(1);
        LAWFUL.input(1, claimed).breaks(Rule.CONSUMPTION_NOT_YET_CLAIMED);
        Draft later = retiring(says(0, 300_000, 700_000, 800_000, 900_000)).input(1, claimed);
        later.breaks(Rule.CONSUMPTION_NOT_YET_CLAIMED);
        LAWFUL.output(1, FRESH).breaks(Rule.CURSOR_FOLLOWS_CONSUMPTION);
        LAWFUL.output(1, new ConsumptionState(claimed.getCursor(), REGULATOR.getParty(), NOTARY.getParty()))
                .breaks(Rule.CURSOR_FOLLOWS_CONSUMPTION);
    }

    @Test
    void consumptionIsTheMetersOwnWord() {
        retiring(says("MTR-7", Plant.QUARTER, Quality.MEASURED, Keypair.fresh(), 0, 300_000, 700_000))
                .breaks(Rule.CONSUMPTION_IS_METERED);
        retiring(says("MTR-8", Plant.QUARTER, Quality.MEASURED, METER, 0, 300_000, 700_000))
                .breaks(Rule.CONSUMPTION_IS_METERED);
        retiring(says("MTR-7", Plant.QUARTER, Quality.ESTIMATED, METER, 0, 300_000, 700_000))
                .breaks(Rule.CONSUMPTION_IS_METERED);
        retiring(says("MTR-7", 1_800, Quality.MEASURED, METER, 0, 900_000)).breaks(Rule.CONSUMPTION_IS_METERED);
        retiring(says(0, 900_000, 700_000)).breaks(Rule.CONSUMPTION_IS_METERED);
        LAWFUL.commanding(command(new byte[] {1})).breaks(Rule.CONSUMPTION_IS_METERED);
    }

    @Test
    void nobodyClaimsTheConsumptionOfAnother() {
        ConsumptionState buyers = state(ConsumptionCursor.fresh(point("acme", BUYER.getPublicKey(), Plant.QUARTER)));
        LAWFUL.input(1, buyers).breaks(Rule.CONSUMPTION_IS_ONES_OWN);
        LAWFUL.input(1, state(ConsumptionCursor.fresh(point("acme", SELLER.getPublicKey(), Plant.QUARTER))))
                .breaks(Rule.CONSUMPTION_IS_ONES_OWN);
        LAWFUL.input(1, new ConsumptionState(FRESH.getCursor(), ISSUER.getParty(), STRANGER.getParty()))
                .breaks(Rule.NOTARY_IS_PINNED);
    }

    @Test
    void aPlainRetirementTouchesNoConsumption() {
        Draft plain = LAWFUL.commanding(new Retire("r", singletonList(new SerialRange(0, 700_000))));
        plain.breaks(Rule.STATES_ARE_EXPECTED);
        LAWFUL.tweak(draft -> draft.outputs.remove(1)).breaks(Rule.STATES_ARE_EXPECTED);
        LAWFUL.signedBy(BUYER).breaks(Rule.REQUIRED_KEYS_SIGN);
        LAWFUL.commanding(new RetireForConsumption(
                        "r", Arrays.asList(new SerialRange(0, 700_000), new SerialRange(0, 1)), SAID))
                .breaks(Rule.STATES_ARE_EXPECTED);
    }
}
