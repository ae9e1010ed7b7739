package energy.registry.ledger.contract;

import static energy.registry.ledger.contract.Draft.BUYER;
import static energy.registry.ledger.contract.Draft.ISSUER;
import static energy.registry.ledger.contract.Draft.MARKET;
import static energy.registry.ledger.contract.Draft.NOTARY;
import static energy.registry.ledger.contract.Draft.NOW;
import static energy.registry.ledger.contract.Draft.REGULATOR;
import static energy.registry.ledger.contract.Draft.STRANGER;
import static java.util.Collections.emptyList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.registry.domain.device.Camera;
import energy.registry.domain.device.CameraPolicy;
import energy.registry.domain.device.DeviceProfile;
import energy.registry.domain.device.DeviceStanding;
import energy.registry.domain.device.Measurement;
import energy.registry.domain.device.OtherRegistration;
import energy.registry.domain.device.ProductionDevice;
import energy.registry.domain.evidence.SignedRecord;
import energy.registry.domain.merkle.SparseMerkleTree;
import energy.registry.domain.register.Fingerprint;
import energy.registry.domain.rule.Rule;
import energy.registry.fixture.Keypair;
import energy.registry.fixture.Plant;
import energy.registry.ledger.state.AccountState;
import energy.registry.ledger.state.CursorPageState;
import energy.registry.ledger.state.DeviceRegisterState;
import energy.registry.ledger.state.DeviceState;
import energy.registry.ledger.state.DeviceStatus;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.corda.core.contracts.UniqueIdentifier;
import org.junit.jupiter.api.Test;

class DeviceContractTest {
    private static final Plant PLANT = Scene.PLANT;
    private static final ProductionDevice RECORD = PLANT.device();
    private static final DeviceState DEVICE = Scene.device(RECORD);
    private static final CursorPageState PAGE = Scene.page(PLANT, Plant.of("0002", "windpark-nord"));
    private static final long ONE = Plant.MIDNIGHT + 3_600;
    private static final AccountState ACME = Scene.account("acme", BUYER);

    private static Draft status(DeviceState before, CursorPageState page, DeviceAction action, long until) {
        DevicePlan.Outcome outcome = new DevicePlan(before, page).status(action, until);
        Draft draft = Draft.of(new ChangeDeviceStatus("s", "ida", "audit", action, until), ISSUER)
                .in(before, page);
        return outcome.verdict().isValid() ? draft.out(outcome.device(), outcome.page()) : draft.out(before, page);
    }

    private static Draft status(DeviceAction action, long until) {
        return status(DEVICE, PAGE, action, until);
    }

    @Test
    void eitherAuthoritySuspendsAndNobodyElse() {
        Draft suspension = status(DeviceAction.SUSPEND, 0);
        suspension.isLawful();
        suspension.signedBy(REGULATOR).isLawful();
        suspension.signedBy(STRANGER).breaks(Rule.REQUIRED_KEYS_SIGN);
        suspension.output(0, DEVICE).breaks(Rule.DEVICE_FOLLOWS_CHANGE);
        suspension.output(1, PAGE).breaks(Rule.CURSOR_FOLLOWS_CHANGE);
        suspension.tweak(draft -> draft.in(Scene.certificate())).breaks(Rule.STATES_ARE_EXPECTED);
        suspension.tweak(draft -> draft.notary = STRANGER.getParty()).breaks(Rule.NOTARY_IS_PINNED);
        suspension.input(1, Scene.page(PAGE.cursors(), MARKET, NOTARY)).breaks(Rule.ISSUER_IS_PINNED);
        suspension.input(1, Scene.page()).breaks(Rule.METER_IS_REGISTERED);
    }

    @Test
    void aSuspendedDeviceIsNotIssuedToUntilItIsResumed() {
        DevicePlan.Outcome suspended = new DevicePlan(DEVICE, PAGE).status(DeviceAction.SUSPEND, 0);
        byte[] claim = PLANT.says(0, 0, 100).claim().encode();
        assertThat(plan(suspended.page()).add(claim).rule()).isEqualTo(Rule.DEVICE_IS_ACTIVE);
        assertThat(plan(suspended.page())
                        .add(Plant.of("0003", "windpark-nord")
                                .says(0, 0, 1)
                                .claim()
                                .encode())
                        .rule())
                .isEqualTo(Rule.METER_IS_REGISTERED);
        Draft resumption = status(suspended.device(), suspended.page(), DeviceAction.RESUME, 0);
        resumption.isLawful();
        assertThat(plan((CursorPageState) resumption.outputs.get(1)).add(claim).isValid())
                .isTrue();
    }

    private static IssuePlan plan(CursorPageState page) {
        return new IssuePlan(Collections.singletonList(page), NOW.getEpochSecond());
    }

    @Test
    void anActionNeedsItsStatus() {
        status(DeviceAction.RESUME, 0).breaks(Rule.STATUS_PERMITS_ACTION);
        DeviceState suspended = DEVICE.withStatus(DeviceStatus.SUSPENDED);
        DeviceState retired = DEVICE.withStatus(DeviceStatus.RETIRED);
        status(suspended, PAGE, DeviceAction.SUSPEND, 0).breaks(Rule.STATUS_PERMITS_ACTION);
        status(suspended, PAGE, DeviceAction.LAPSE, 0).breaks(Rule.STATUS_PERMITS_ACTION);
        status(suspended, PAGE, DeviceAction.RETIRE, ONE).isLawful();
        for (DeviceAction action : DeviceAction.values()) {
            status(retired, PAGE, action, ONE).breaks(Rule.STATUS_PERMITS_ACTION);
        }
        assertThat(new DevicePlan(retired, PAGE).amended(RECORD, ONE).verdict().rule())
                .isEqualTo(Rule.STATUS_PERMITS_ACTION);
        assertThat(new DevicePlan(retired, PAGE).handedOver(ACME, ONE).verdict().rule())
                .isEqualTo(Rule.STATUS_PERMITS_ACTION);
    }

    @Test
    void aRetiredDevicesCursorClosesAtAnIntervalBoundary() {
        status(DeviceAction.RETIRE, ONE).isLawful();
        status(DeviceAction.RETIRE, ONE + 1).breaks(Rule.CHANGE_STARTS_ON_GRID);
        CursorPageState closed =
                new DevicePlan(DEVICE, PAGE).status(DeviceAction.RETIRE, ONE).page();
        assertThat(plan(closed).add(PLANT.says(3, 0, 100).claim().encode()).isValid())
                .isTrue();
        assertThat(plan(closed).add(PLANT.says(4, 0, 100).claim().encode()).rule())
                .isEqualTo(Rule.DEVICE_IS_ACTIVE);
    }

    @Test
    void anAttestationHoldsAYearAndLapsesAfterItsDay() {
        long now = NOW.getEpochSecond();
        status(DeviceAction.ATTEST, now + 365 * 86_400L).isLawful();
        status(DeviceAction.ATTEST, now + 367 * 86_400L).breaks(Rule.ATTESTATION_IS_WITHIN_A_YEAR);
        status(DEVICE.attestedUntil(now - 31), PAGE, DeviceAction.LAPSE, 0).isLawful();
        status(DeviceAction.LAPSE, 0).breaks(Rule.ATTESTATION_IS_OVERDUE);
        status(DEVICE.attestedUntil(now - 31), PAGE, DeviceAction.LAPSE, 0)
                .tweak(draft -> draft.window = null)
                .breaks(Rule.ATTESTATION_IS_OVERDUE);
    }

    private static Draft amendment(ProductionDevice after, long effective) {
        DevicePlan.Outcome outcome = new DevicePlan(DEVICE, PAGE).amended(after, effective);
        Draft draft = Draft.of(new AmendDevice("a", "ida", "new blades", effective, emptyList()), ISSUER)
                .in(DEVICE, PAGE);
        return outcome.verdict().isValid()
                ? draft.out(outcome.device(), outcome.page())
                : draft.out(DEVICE.withRecord(after, DEVICE.getOwner()), PAGE);
    }

    private static ProductionDevice.Builder changed() {
        return RECORD.toBuilder();
    }

    @Test
    void capacityAndVerifiersChangeByAmendment() {
        Draft amendment = amendment(
                changed()
                        .capacityW(2_500_000)
                        .verifiers(Collections.singletonList(Keypair.fresh().key()), 1)
                        .build(),
                ONE);
        amendment.isLawful();
        amendment.signedBy(REGULATOR).breaks(Rule.REQUIRED_KEYS_SIGN);
        amendment.output(1, PAGE).breaks(Rule.CURSOR_FOLLOWS_CHANGE);
        amendment
                .output(0, ((DeviceState) amendment.outputs.get(0)).attestedUntil(0))
                .breaks(Rule.DEVICE_FOLLOWS_CHANGE);
        amendment(changed().capacityW(2_500_000).build(), ONE + 1).breaks(Rule.CHANGE_STARTS_ON_GRID);
        amendment(changed().capacityW(2_500_000).build(), 0).breaks(Rule.CHANGES_ARE_IN_ORDER);
    }

    @Test
    void whatMakesADeviceTheDeviceItIsStays() {
        amendment(changed().location(54_000_000, 9_000_000).build(), ONE).breaks(Rule.CHANGE_KEEPS_THE_REST);
        amendment(changed().owner("acme").build(), ONE).breaks(Rule.CHANGE_KEEPS_THE_REST);
        amendment(changed().meteringPointId("M-1").build(), ONE).breaks(Rule.CHANGE_KEEPS_THE_REST);
        amendment(
                        changed()
                                .meter(RECORD.meterId(), "S-9", RECORD.meterMaker(), RECORD.meterKey())
                                .build(),
                        ONE)
                .breaks(Rule.CHANGE_KEEPS_THE_REST);
    }

    @Test
    void anAmendedRecordObeysTheRulesOfRegistration() {
        DeviceProfile gross =
                DeviceProfile.builder().measurement(Measurement.GROSS).build();
        amendment(changed().profile(gross).build(), ONE).breaks(Rule.DEVICE_IS_METERED_NET);
        ProductionDevice elsewhere = changed()
                .standing(new DeviceStanding(
                        emptyList(),
                        emptyList(),
                        Collections.singletonList(
                                OtherRegistration.open("I-REC", Keypair.fresh().key(), 0))))
                .build();
        amendment(elsewhere, ONE).isLawful();
        DevicePlan declared = new DevicePlan(DEVICE.withRecord(elsewhere, DEVICE.getOwner()), PAGE);
        assertThat(declared.amended(RECORD, ONE).verdict().rule()).isEqualTo(Rule.DECLARATIONS_STAY);
    }

    @Test
    void anotherCameraIsNewToTheRegister() {
        ProductionDevice after = changed()
                .cameras(
                        CameraPolicy.REQUIRED,
                        Collections.singletonList(
                                new Camera("CAM-9", Keypair.fresh().key())))
                .build();
        Draft without = amendment(after, ONE);
        without.breaks(Rule.DEVICE_IS_NEW);
        Draft with = registering(without, new AmendDevice("a", "ida", "camera", ONE, proofs(after)), after);
        with.isLawful();
        with.commanding(new AmendDevice("a", "ida", "camera", ONE, emptyList())).breaks(Rule.DEVICE_IS_NEW);
        with.output(2, registered()).breaks(Rule.REGISTER_FOLLOWS_DEVICE);
        DeviceRegisterState foreign = new DeviceRegisterState(
                new UniqueIdentifier("other"),
                registered().getRoot(),
                1,
                1,
                ISSUER.getParty(),
                REGULATOR.getParty(),
                NOTARY.getParty());
        with.input(2, foreign).breaks(Rule.ISSUER_IS_PINNED);
    }

    private static SparseMerkleTree tree() {
        SparseMerkleTree tree = new SparseMerkleTree();
        Fingerprint.of(RECORD).forEach(print -> tree.add(print.digest()));
        return tree;
    }

    private static DeviceRegisterState registered() {
        return Scene.REGISTER.withDevice(tree().root(), 1);
    }

    private static List<AbsenceEvidence> proofs(ProductionDevice after) {
        SparseMerkleTree tree = tree();
        List<AbsenceEvidence> proofs = new ArrayList<>();
        for (Fingerprint print : Fingerprint.added(RECORD, after)) {
            proofs.add(AbsenceEvidence.of(tree.absenceOf(print.digest())));
            tree.add(print.digest());
        }
        return proofs;
    }

    private static Draft registering(Draft draft, DeviceCommand command, ProductionDevice after) {
        SparseMerkleTree tree = tree();
        Fingerprint.of(after).forEach(print -> tree.add(print.digest()));
        return draft.commanding(command)
                .tweak(copy -> copy.in(registered()).out(registered().withRoot(tree.root())));
    }

    private static Draft handOver(long at) {
        DevicePlan.Outcome outcome = new DevicePlan(DEVICE, PAGE).handedOver(ACME, at);
        return Draft.of(new HandOverDevice("h", "ida", "sold", at), ISSUER)
                .in(DEVICE, PAGE)
                .out(outcome.device(), outcome.page())
                .referring(ACME);
    }

    @Test
    void aDeviceIsHandedOverAtAnIntervalBoundary() {
        Draft handOver = handOver(ONE);
        handOver.isLawful();
        handOver.signedBy(BUYER).breaks(Rule.REQUIRED_KEYS_SIGN);
        handOver.commanding(new HandOverDevice("h", "ida", "sold", ONE + 1)).breaks(Rule.CHANGE_STARTS_ON_GRID);
        handOver.tweak(draft -> draft.references.set(0, Scene.account("globex", STRANGER)))
                .breaks(Rule.DEVICE_FOLLOWS_CHANGE);
        handOver.tweak(draft -> draft.references.clear()).breaks(Rule.STATES_ARE_EXPECTED);
        IssuePlan plan = plan((CursorPageState) handOver.outputs.get(1));
        plan.add(PLANT.says(3, 0, 100).claim().encode()).isValid();
        plan.add(PLANT.says(4, 100, 200).sequence(9).claim().encode()).isValid();
        assertThat(plan.certificates().get(0).getOwner()).isEqualTo(DEVICE.getOwner());
        assertThat(plan.certificates().get(1).getOwner()).isEqualTo(BUYER.getPublicKey());
    }

    @Test
    void issuedTimeIsNotHandedOver() {
        IssuePlan plan = plan(PAGE);
        plan.add(PLANT.says(4, 0, 100).claim().encode()).isValid();
        CursorPageState issued = plan.pages().get(0);
        handOver(ONE).input(1, issued).breaks(Rule.CHANGE_LIES_AFTER_ISSUED_TIME);
    }

    private static ExchangeMeter exchange(long closing, byte[] statement, List<AbsenceEvidence> proofs, Keypair key) {
        return new ExchangeMeter(
                "x",
                "ida",
                "calibration",
                ONE,
                closing,
                statement,
                5,
                "N-1",
                "Twin",
                key.key().encoded(),
                proofs);
    }

    private static Draft exchange(ExchangeMeter command) {
        DevicePlan.Outcome outcome = new DevicePlan(DEVICE, PAGE).exchanged(command);
        ProductionDevice after = command.on(RECORD);
        Draft draft = Draft.of(command, ISSUER).in(DEVICE, PAGE);
        Draft changed =
                outcome.verdict().isValid() ? draft.out(outcome.device(), outcome.page()) : draft.out(DEVICE, PAGE);
        return registering(changed, command, after);
    }

    @Test
    void anotherMeterIsNewAndOpensTheNextEpoch() {
        Keypair key = Keypair.fresh();
        List<AbsenceEvidence> proofs =
                proofs(exchange(1_800, new byte[0], emptyList(), key).on(RECORD));
        assertThat(proofs).hasSize(2);
        Draft exchange = exchange(exchange(1_800, new byte[0], proofs, key));
        exchange.isLawful();
        exchange.signedBy(MARKET).breaks(Rule.REQUIRED_KEYS_SIGN);
        exchange.output(1, PAGE).breaks(Rule.CURSOR_FOLLOWS_CHANGE);
        exchange.commanding(exchange(1_801, new byte[0], proofs, key)).breaks(Rule.CURSOR_FOLLOWS_CHANGE);
        exchange.commanding(exchange(1_800, new byte[0], emptyList(), key)).breaks(Rule.DEVICE_IS_NEW);
        CursorPageState after = (CursorPageState) exchange.outputs.get(1);
        assertThat(after.cursors().ofMeter(PLANT.meterId()).get().position().epoch())
                .isEqualTo(1);
    }

    @Test
    void theClosingRegisterIsTheOldMetersLast() {
        IssuePlan plan = plan(PAGE);
        plan.add(PLANT.says(0, 0, 2_000).claim().encode()).isValid();
        Keypair key = Keypair.fresh();
        List<AbsenceEvidence> proofs =
                proofs(exchange(1_999, new byte[0], emptyList(), key).on(RECORD));
        exchange(exchange(1_999, new byte[0], proofs, key))
                .input(1, plan.pages().get(0))
                .breaks(Rule.CLOSING_REGISTER_CONTINUES);
    }

    @Test
    void aClosingStatementIsTheOldMetersOwn() {
        Keypair key = Keypair.fresh();
        List<AbsenceEvidence> proofs =
                proofs(exchange(1_800, new byte[0], emptyList(), key).on(RECORD));
        SignedRecord last = PLANT.says(3, 1_500, 1_800).statement();
        exchange(exchange(1_800, last.encode(), proofs, key)).isLawful();
        exchange(exchange(1_801, last.encode(), proofs, key)).breaks(Rule.CLOSING_REGISTER_IS_SIGNED);
        SignedRecord earlier = PLANT.says(2, 1_500, 1_800).statement();
        exchange(exchange(1_800, earlier.encode(), proofs, key)).breaks(Rule.CLOSING_REGISTER_IS_SIGNED);
        SignedRecord foreign = PLANT.says(3, 1_500, 1_800).signedBy(key).statement();
        exchange(exchange(1_800, foreign.encode(), proofs, key)).breaks(Rule.CLOSING_REGISTER_IS_SIGNED);
        exchange(exchange(1_800, new byte[] {1}, proofs, key)).breaks(Rule.CLOSING_REGISTER_IS_SIGNED);
    }

    @Test
    void theNewMeterIsIssuedToUnderItsOwnKey() {
        Keypair key = Keypair.fresh();
        ExchangeMeter command = exchange(1_800, new byte[0], emptyList(), key);
        IssuePlan plan = plan(new DevicePlan(DEVICE, PAGE).exchanged(command).page());
        assertThat(plan.add(PLANT.says(4, 5, 105).epoch(1).signedBy(key).claim().encode())
                        .isValid())
                .isTrue();
        assertThat(plan.add(PLANT.says(3, 1_700, 1_800).claim().encode()).isValid())
                .isTrue();
        assertThat(plan.certificates()).hasSize(2);
    }

    @Test
    void anAttestationLapsesInTheSecondItIsDue() {
        long from = NOW.getEpochSecond() - 30;
        status(DEVICE.attestedUntil(from), PAGE, DeviceAction.LAPSE, 0).isLawful();
        status(DEVICE.attestedUntil(from + 1), PAGE, DeviceAction.LAPSE, 0).breaks(Rule.ATTESTATION_IS_OVERDUE);
    }

    @Test
    void bytesThatAreNoDeviceDoNotReplaceOne() {
        Draft amendment = amendment(changed().capacityW(2_500_000).build(), ONE);
        DeviceState nothing = new DeviceState(
                new byte[] {1}, DeviceStatus.APPROVED, 0, DEVICE.getOwner(), ISSUER.getParty(), NOW.getEpochSecond());
        amendment.output(0, nothing).breaks(Rule.DEVICE_IS_CANONICAL);
    }

    @Test
    void aPlanNeedsThePageOfItsDevice() {
        assertThatThrownBy(() -> new DevicePlan(DEVICE, Scene.page()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(RECORD.meterId());
    }

    @Test
    void aSecondExchangeClosesTheSecondEpoch() {
        Keypair second = Keypair.fresh();
        DevicePlan.Outcome first =
                new DevicePlan(DEVICE, PAGE).exchanged(exchange(1_800, new byte[0], emptyList(), second));
        assertThat(first.verdict().isValid()).isTrue();
        DevicePlan plan = new DevicePlan(first.device(), first.page());
        assertThat(plan.epoch()).isEqualTo(1);
        byte[] last =
                PLANT.says(7, 5, 105).epoch(1).signedBy(second).statement().encode();
        byte[] stale =
                PLANT.says(7, 5, 105).epoch(0).signedBy(second).statement().encode();
        assertThat(plan.exchanged(later(last)).verdict().isValid()).isTrue();
        assertThat(plan.exchanged(later(stale)).verdict().rule()).isEqualTo(Rule.CLOSING_REGISTER_IS_SIGNED);
    }

    private static ExchangeMeter later(byte[] statement) {
        byte[] key = Keypair.fresh().key().encoded();
        return new ExchangeMeter("x", "ida", "worn", ONE + 3_600, 105, statement, 0, "N-2", "Twin", key, emptyList());
    }
}
