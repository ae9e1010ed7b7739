package energy.registry.ledger.attack;

import static java.util.Collections.emptyList;
import static java.util.Collections.singletonList;

import energy.registry.domain.claim.SignedClaim;
import energy.registry.domain.cursor.CursorPage;
import energy.registry.domain.cursor.LateWindow;
import energy.registry.domain.cursor.MeterCursor;
import energy.registry.domain.device.Deregistration;
import energy.registry.domain.device.DeviceProfile;
import energy.registry.domain.device.DeviceStanding;
import energy.registry.domain.device.Measurement;
import energy.registry.domain.device.OtherRegistration;
import energy.registry.domain.device.ProductionDevice;
import energy.registry.domain.device.SupportEffect;
import energy.registry.domain.device.SupportKind;
import energy.registry.domain.device.SupportPeriod;
import energy.registry.domain.device.Technology;
import energy.registry.domain.evidence.SignedRecord;
import energy.registry.domain.rule.Rule;
import energy.registry.fixture.Keypair;
import energy.registry.fixture.Plant;
import energy.registry.ledger.contract.AmendDevice;
import energy.registry.ledger.contract.ChangeDeviceStatus;
import energy.registry.ledger.contract.DeviceAction;
import energy.registry.ledger.contract.DevicePlan;
import energy.registry.ledger.contract.ExchangeMeter;
import energy.registry.ledger.contract.HandOverDevice;
import energy.registry.ledger.contract.Issue;
import energy.registry.ledger.contract.IssuePlan;
import energy.registry.ledger.contract.RegisterDevice;
import energy.registry.ledger.state.AccountState;
import energy.registry.ledger.state.CursorPageState;
import energy.registry.ledger.state.DeviceRegisterState;
import energy.registry.ledger.state.DeviceState;
import energy.registry.ledger.state.DeviceStatus;
import energy.registry.ledger.state.Keys;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import net.corda.core.contracts.ContractState;
import net.corda.core.contracts.StateRef;
import net.corda.core.contracts.TimeWindow;
import net.corda.core.crypto.SecureHash;
import net.corda.core.utilities.OpaqueBytes;

/** Ways to change a device so that its energy counts for more, for longer or for another; each with a device of its own. */
final class DeviceAttacks {
    private static final Plant PLANT = Plant.of("0900", "windpark-nord");
    private static final Keypair OTHER_REGISTRY = Keypair.fresh();
    private static final Keypair NEW_METER = Keypair.fresh();
    private static final long ONE = Plant.MIDNIGHT + 3_600;
    private static final long DAY = 86_400;
    private static final long LATE = LateWindow.SECONDS_MAX + 2 * DAY;

    private DeviceAttacks() {}

    static List<Attack> all() {
        List<Attack> all = new ArrayList<>();
        all.addAll(records());
        all.addAll(changes());
        all.addAll(exchanges());
        all.addAll(claims());
        return all;
    }

    /** A crafted move, made wherever a device is registered or energy is issued. */
    private static Attack crafted(String name, String ways, Function<Stage, Move> craft, Rule rule) {
        return Attack.aimed(
                name,
                ways,
                (stage, move) ->
                        move.command() instanceof RegisterDevice ? Optional.of(craft.apply(stage)) : Optional.empty(),
                rule);
    }

    private static Entry own(ContractState state) {
        return new Entry(new StateRef(SecureHash.sha256("own " + state.hashCode()), 0), state);
    }

    // ---- records that may not come in

    private static List<Attack> records() {
        return Arrays.asList(
                crafted(
                        "a metering point that nobody assigned",
                        "D4",
                        stage -> stage.register(with(builder ->
                                builder.meteringPointId(misread(PLANT.device().meteringPointId())))),
                        Rule.METERING_POINT_IS_WELL_FORMED),
                crafted(
                        "a gross register",
                        "D26",
                        stage -> stage.register(with(builder -> builder.profile(DeviceProfile.builder()
                                .measurement(Measurement.GROSS)
                                .build()))),
                        Rule.DEVICE_IS_METERED_NET),
                crafted(
                        "a deregistration of one's own making",
                        "D5",
                        stage -> stage.register(with(builder ->
                                builder.standing(elsewhere(OtherRegistration.open("I-REC", OTHER_REGISTRY.key(), 0)
                                        .endedBy(deregistration(NEW_METER)))))),
                        Rule.DEREGISTRATION_IS_PROVEN),
                Attack.aimed(
                        "an attestation for ever",
                        "D5",
                        (stage, move) -> {
                            int at = move.firstOutput(DeviceState.class);
                            return move.command() instanceof RegisterDevice
                                    ? Optional.of(move.output(
                                            at, ((DeviceState) move.outputs.get(at)).attestedUntil(Long.MAX_VALUE)))
                                    : Optional.empty();
                        },
                        Rule.ATTESTATION_IS_WITHIN_A_YEAR),
                Attack.aimed(
                        "a second machine at the same place",
                        "D4",
                        (stage, move) -> move.command() instanceof RegisterDevice
                                ? AnyMoveAttacks.any(stage, stage.world.all(DeviceState.class))
                                        .filter(entry -> ((DeviceState) entry.state)
                                                        .record()
                                                        .technology()
                                                == Technology.WIND)
                                        .map(entry -> stage.register(at(((DeviceState) entry.state).record())))
                                : Optional.empty(),
                        Rule.LOCATION_IS_FREE_OR_SHARED));
    }

    /** The same number with another check digit. */
    private static String misread(String point) {
        int last = point.length() - 1;
        return point.substring(0, last) + (point.charAt(last) - '0' + 1) % 10;
    }

    private static ProductionDevice with(Function<ProductionDevice.Builder, ProductionDevice.Builder> change) {
        return change.apply(PLANT.device().toBuilder()).build();
    }

    private static ProductionDevice at(ProductionDevice place) {
        return with(builder -> builder.location(place.latitudeMicroDegrees(), place.longitudeMicroDegrees()));
    }

    private static DeviceStanding elsewhere(OtherRegistration registration) {
        return new DeviceStanding(emptyList(), emptyList(), singletonList(registration));
    }

    private static SignedRecord deregistration(Keypair signer) {
        byte[] record = new Deregistration("I-REC", PLANT.deviceId(), ONE).encode();
        return new SignedRecord(record, signer.sign(record));
    }

    // ---- changes of status, record and owner

    private static DeviceState device(Stage stage, ProductionDevice record) {
        return new DeviceState(
                record.encode(),
                DeviceStatus.APPROVED,
                0,
                stage.key(record.owner()),
                Stage.ISSUER.getParty(),
                stage.now.getEpochSecond() + DAY);
    }

    private static CursorPageState page(Stage stage, ProductionDevice record) {
        DeviceRegisterState register =
                (DeviceRegisterState) stage.world.all(DeviceRegisterState.class).get(0).state;
        CursorPageState fresh = CursorPageState.fresh(register);
        return fresh.with(
                CursorPage.empty(0).plus(MeterCursor.fresh(record, Keys.kernelKey(stage.key(record.owner())))));
    }

    private static Move change(
            Stage stage,
            net.corda.core.contracts.CommandData command,
            DeviceState before,
            CursorPageState page,
            Function<DevicePlan, DevicePlan.Outcome> follow) {
        DevicePlan.Outcome outcome = follow.apply(new DevicePlan(before, page));
        boolean valid = outcome.verdict().isValid();
        return stage.move(command, Stage.ISSUER.getPublicKey())
                .in(own(before), own(page))
                .out(valid ? outcome.device() : before, valid ? outcome.page() : page);
    }

    private static Move status(Stage stage, DeviceState before, CursorPageState page, DeviceAction action, long until) {
        return change(
                stage,
                new ChangeDeviceStatus("s", "ida", "audit", action, until),
                before,
                page,
                plan -> plan.status(action, until));
    }

    private static Move status(Stage stage, DeviceAction action, long until) {
        ProductionDevice record = PLANT.device();
        return status(stage, device(stage, record), page(stage, record), action, until);
    }

    private static Move amendment(Stage stage, ProductionDevice before, ProductionDevice after, long effective) {
        DeviceState state = device(stage, before);
        Move move = change(
                stage,
                new AmendDevice("a", "ida", "repowered", effective, emptyList()),
                state,
                page(stage, before),
                plan -> plan.amended(after, effective));
        return move.outputs.get(0).equals(state) ? move.output(0, state.withRecord(after, state.getOwner())) : move;
    }

    private static Move handOver(Stage stage, CursorPageState page, long at) {
        Entry acme = stage.account("acme");
        return change(
                        stage,
                        new HandOverDevice("h", "ida", "sold", at),
                        device(stage, PLANT.device()),
                        page,
                        plan -> plan.handedOver((AccountState) acme.state, at))
                .referring(acme);
    }

    private static CursorPageState issued(CursorPageState page, Stage stage, SignedClaim... claims) {
        IssuePlan plan = new IssuePlan(singletonList(page), stage.now.getEpochSecond());
        for (SignedClaim claim : claims) {
            if (!plan.add(claim.encode()).isValid()) {
                throw new IllegalStateException("an honest claim is refused");
            }
        }
        return plan.pages().get(0);
    }

    private static List<Attack> changes() {
        ProductionDevice record = PLANT.device();
        return Arrays.asList(
                crafted(
                        "a device resumed that was not suspended",
                        "",
                        stage -> status(stage, DeviceAction.RESUME, 0),
                        Rule.STATUS_PERMITS_ACTION),
                crafted(
                        "an attestation that lapses before its day",
                        "",
                        stage -> status(stage, DeviceAction.LAPSE, 0),
                        Rule.ATTESTATION_IS_OVERDUE),
                crafted(
                        "a suspension that changes nothing",
                        "D32",
                        stage -> status(stage, DeviceAction.SUSPEND, 0).output(0, device(stage, record)),
                        Rule.DEVICE_FOLLOWS_CHANGE),
                crafted(
                        "a suspension that leaves the cursor open",
                        "D32",
                        stage -> status(stage, DeviceAction.SUSPEND, 0).output(1, page(stage, record)),
                        Rule.CURSOR_FOLLOWS_CHANGE),
                crafted(
                        "a change within an interval",
                        "D20",
                        stage -> amendment(stage, record, with(builder -> builder.capacityW(2_500_000)), ONE + 1),
                        Rule.CHANGE_STARTS_ON_GRID),
                crafted(
                        "a change before the beginning",
                        "D17",
                        stage -> amendment(stage, record, with(builder -> builder.capacityW(2_500_000)), 0),
                        Rule.CHANGES_ARE_IN_ORDER),
                crafted(
                        "a machine that moves to another place",
                        "D4",
                        stage -> amendment(stage, record, with(builder -> builder.location(1_000_000, 1_000_000)), ONE),
                        Rule.CHANGE_KEEPS_THE_REST),
                crafted(
                        "a declaration that is forgotten",
                        "D5",
                        stage -> amendment(
                                stage,
                                with(builder -> builder.standing(
                                        elsewhere(OtherRegistration.open("I-REC", OTHER_REGISTRY.key(), 0)))),
                                record,
                                ONE),
                        Rule.DECLARATIONS_STAY),
                crafted(
                        "issued time is handed over",
                        "D20",
                        stage -> handOver(
                                stage,
                                issued(
                                        page(stage, record),
                                        stage,
                                        PLANT.says(4, 0, 100).claim()),
                                ONE),
                        Rule.CHANGE_LIES_AFTER_ISSUED_TIME));
    }

    // ---- meter exchange

    private static Move exchange(Stage stage, CursorPageState page, long closing, byte[] statement) {
        ProductionDevice record = PLANT.device();
        ExchangeMeter command = new ExchangeMeter(
                "x",
                "ida",
                "calibration",
                ONE,
                closing,
                statement,
                5,
                "N-1",
                "Twin",
                NEW_METER.key().encoded(),
                emptyList());
        return change(stage, command, device(stage, record), page, plan -> plan.exchanged(command));
    }

    private static List<Attack> exchanges() {
        ProductionDevice record = PLANT.device();
        return Arrays.asList(
                crafted(
                        "a closing register below the last issued",
                        "D20 D15",
                        stage -> exchange(
                                stage,
                                issued(
                                        page(stage, record),
                                        stage,
                                        PLANT.says(0, 0, 2_000).claim()),
                                1_999,
                                new byte[0]),
                        Rule.CLOSING_REGISTER_CONTINUES),
                crafted(
                        "a closing statement of another meter",
                        "D20",
                        stage -> exchange(
                                stage,
                                page(stage, record),
                                1_800,
                                PLANT.says(3, 1_500, 1_800)
                                        .signedBy(NEW_METER)
                                        .statement()
                                        .encode()),
                        Rule.CLOSING_REGISTER_IS_SIGNED));
    }

    // ---- claims that a device's record forbids

    private static Move issue(Stage stage, CursorPageState page, SignedClaim claim, long issued) {
        IssuePlan plan = new IssuePlan(singletonList(page), issued);
        plan.add(claim.encode()).isValid();
        Move move = stage.move(
                        new Issue("i", singletonList(new OpaqueBytes(claim.encode())), issued),
                        Stage.ISSUER.getPublicKey())
                .in(own(page))
                .referring(own(Stage.NOTHING_FROZEN));
        move.outputs.addAll(plan.pages());
        move.outputs.addAll(plan.certificates());
        Instant then = Instant.ofEpochSecond(issued);
        move.window = TimeWindow.between(then.minusSeconds(30), then.plusSeconds(180));
        return move;
    }

    private static Move issue(Stage stage, ProductionDevice record, SignedClaim claim, long issued) {
        return issue(stage, page(stage, record), claim, issued);
    }

    private static List<Attack> claims() {
        ProductionDevice record = PLANT.device();
        SignedClaim claim = PLANT.says(0, 0, 100).claim();
        return Arrays.asList(
                crafted(
                        "energy of a suspended device",
                        "D32",
                        stage -> issue(
                                stage,
                                new DevicePlan(device(stage, record), page(stage, record))
                                        .status(DeviceAction.SUSPEND, 0)
                                        .page(),
                                claim,
                                stage.now.getEpochSecond()),
                        Rule.DEVICE_IS_ACTIVE),
                crafted(
                        "energy across a change of the record",
                        "D20",
                        stage -> issue(
                                stage,
                                new DevicePlan(device(stage, record), page(stage, record))
                                        .amended(with(builder -> builder.capacityW(2_500_000)), ONE)
                                        .page(),
                                PLANT.says(3, 0, 100, 200).claim(),
                                stage.now.getEpochSecond()),
                        Rule.RECORD_IS_IN_FORCE),
                crafted(
                        "energy that a tariff pays for",
                        "D8",
                        stage -> issue(
                                stage,
                                with(builder -> builder.standing(new DeviceStanding(
                                        emptyList(),
                                        singletonList(new SupportPeriod(
                                                "EEG",
                                                SupportKind.FEED_IN_TARIFF,
                                                SupportEffect.BLOCK,
                                                0,
                                                SupportPeriod.OPEN)),
                                        emptyList()))),
                                claim,
                                stage.now.getEpochSecond()),
                        Rule.SUPPORT_PERMITS_ISSUE),
                crafted(
                        "energy of a device that is registered elsewhere",
                        "D5",
                        stage -> issue(
                                stage,
                                with(builder -> builder.standing(
                                        elsewhere(OtherRegistration.open("I-REC", OTHER_REGISTRY.key(), 0)))),
                                claim,
                                stage.now.getEpochSecond()),
                        Rule.NO_OTHER_REGISTRY_ISSUES),
                crafted(
                        "energy to come",
                        "D17",
                        stage -> issue(stage, record, PLANT.says(400, 0, 100).claim(), stage.now.getEpochSecond()),
                        Rule.ENERGY_IS_PRODUCED),
                crafted(
                        "energy of long ago",
                        "D17",
                        stage -> issue(stage, record, claim, stage.now.getEpochSecond() + LATE),
                        Rule.ISSUE_IS_IN_TIME));
    }
}
