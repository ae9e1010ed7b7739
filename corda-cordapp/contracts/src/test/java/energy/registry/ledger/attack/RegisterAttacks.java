package energy.registry.ledger.attack;

import energy.registry.domain.cursor.CursorPage;
import energy.registry.domain.cursor.MeterCursor;
import energy.registry.domain.device.ProductionDevice;
import energy.registry.domain.encoding.Digest;
import energy.registry.domain.rule.Rule;
import energy.registry.fixture.Keypair;
import energy.registry.fixture.Plant;
import energy.registry.ledger.contract.FoundRegister;
import energy.registry.ledger.contract.OpenAccount;
import energy.registry.ledger.contract.RegisterDevice;
import energy.registry.ledger.state.AccountState;
import energy.registry.ledger.state.CursorPageState;
import energy.registry.ledger.state.DeviceRegisterState;
import energy.registry.ledger.state.DeviceState;
import energy.registry.ledger.state.DeviceStatus;
import energy.registry.ledger.state.Keys;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import net.corda.core.contracts.StateRef;
import net.corda.core.crypto.SecureHash;

/** Ways to have one meter under two names, or a cursor that is not one's own. */
final class RegisterAttacks {
    private static final Keypair NEW_KEY = Keypair.fresh();
    private static final Plant TWIN = Plant.of("0777", "windpark-nord");

    private RegisterAttacks() {}

    static List<Attack> all() {
        return Arrays.asList(
                again("the same device again", (known, fresh) -> known),
                again(
                        "the same meter key under another name",
                        (known, fresh) -> named(
                                "0777", known.meterKey().encoded(), fresh.meterSerial(), fresh.meteringPointId())),
                again(
                        "the same meter serial under another name",
                        (known, fresh) ->
                                named("0777", NEW_KEY.key().encoded(), known.meterSerial(), fresh.meteringPointId())),
                again(
                        "the same metering point under another name",
                        (known, fresh) ->
                                named("0777", NEW_KEY.key().encoded(), fresh.meterSerial(), known.meteringPointId())),
                again(
                        "the same serial in small letters",
                        (known, fresh) -> named(
                                "0777",
                                NEW_KEY.key().encoded(),
                                known.meterSerial().toLowerCase(Locale.ROOT),
                                fresh.meteringPointId())),
                again(
                        "the same serial with a space",
                        (known, fresh) -> named(
                                "0777",
                                NEW_KEY.key().encoded(),
                                known.meterSerial().replace("-", " "),
                                fresh.meteringPointId())),
                Attack.aimed(
                        "a root of another story",
                        "D4",
                        (stage, move) -> register(move)
                                .map(at -> move.output(
                                        at, ((DeviceRegisterState) move.outputs.get(at)).withDevice(Digest.sha(), 1))),
                        Rule.REGISTER_FOLLOWS_DEVICE),
                Attack.aimed("a cursor too many", "D3", RegisterAttacks::secondCursor, Rule.PAGE_FOLLOWS_REGISTRATION),
                bent(
                        "a device of somebody else",
                        "D10",
                        state -> new DeviceState(
                                state.getDevice(),
                                state.getStatus(),
                                state.getPage(),
                                Stage.STRANGER.getPublicKey(),
                                state.getIssuer(),
                                state.getAttestationDueEpochSecond()),
                        Rule.OWNER_HAS_ACCOUNT),
                bent(
                        "a device with a byte too many",
                        "D4",
                        state -> new DeviceState(
                                Arrays.copyOf(state.getDevice(), state.getDevice().length + 1),
                                state.getStatus(),
                                state.getPage(),
                                state.getOwner(),
                                state.getIssuer(),
                                state.getAttestationDueEpochSecond()),
                        Rule.DEVICE_IS_CANONICAL),
                bent(
                        "a device that begins suspended",
                        "",
                        state -> new DeviceState(
                                state.getDevice(),
                                DeviceStatus.SUSPENDED,
                                state.getPage(),
                                state.getOwner(),
                                state.getIssuer(),
                                state.getAttestationDueEpochSecond()),
                        Rule.DEVICE_IS_ACTIVE),
                Attack.aimed("a page beyond its limit", "", RegisterAttacks::onFullPage, Rule.PAGE_HAS_ROOM),
                Attack.aimed(
                        "a register that does not begin empty",
                        "D4",
                        (stage, move) -> move.command() instanceof FoundRegister
                                ? Optional.of(move.output(
                                        0, ((DeviceRegisterState) move.outputs.get(0)).withDevice(Digest.sha(), 0)))
                                : Optional.empty(),
                        Rule.REGISTER_STARTS_EMPTY),
                Attack.aimed(
                        "a register without the regulator",
                        "D34",
                        (stage, move) -> move.command() instanceof FoundRegister
                                ? Optional.of(move.changed(copy -> copy.signers.remove(Stage.REGULATOR.getPublicKey())))
                                : Optional.empty(),
                        Rule.REGULATOR_FOUNDS_REGISTER),
                Attack.aimed("an account of no country", "", RegisterAttacks::nowhere, Rule.ACCOUNT_IS_COMPLETE));
    }

    private static Attack again(String name, BiFunction<ProductionDevice, ProductionDevice, ProductionDevice> twin) {
        return Attack.aimed(
                name,
                "D4",
                (stage, move) -> !(move.command() instanceof RegisterDevice)
                        ? Optional.empty()
                        : AnyMoveAttacks.any(stage, stage.world.all(DeviceState.class))
                                .map(entry -> stage.register(
                                        twin.apply(((DeviceState) entry.state).record(), TWIN.device()))),
                Rule.DEVICE_IS_NEW);
    }

    private static ProductionDevice named(String number, byte[] meterKey, String serial, String point) {
        return TWIN.deviceBuilder()
                .meter("MTR-" + number, serial, "Twin", energy.registry.domain.identity.SigningKey.of(meterKey))
                .meteringPointId(point)
                .build();
    }

    private static Optional<Integer> register(Move move) {
        int at = move.firstOutput(DeviceRegisterState.class);
        return move.command() instanceof RegisterDevice ? Optional.of(at) : Optional.empty();
    }

    private static Attack bent(String name, String ways, UnaryOperator<DeviceState> bend, Rule rule) {
        return Attack.aimed(
                name,
                ways,
                (stage, move) -> {
                    int at = move.firstOutput(DeviceState.class);
                    return at < 0 || !(move.command() instanceof RegisterDevice)
                            ? Optional.empty()
                            : Optional.of(move.output(at, bend.apply((DeviceState) move.outputs.get(at))));
                },
                rule);
    }

    private static Optional<Move> secondCursor(Stage stage, Move move) {
        if (!(move.command() instanceof RegisterDevice)) {
            return Optional.empty();
        }
        int at = move.firstOutput(CursorPageState.class);
        CursorPageState page = (CursorPageState) move.outputs.get(at);
        MeterCursor more = MeterCursor.fresh(TWIN.device(), Keys.kernelKey(Stage.STRANGER.getPublicKey()));
        return Optional.of(move.output(at, page.with(page.cursors().plus(more))));
    }

    private static Optional<Move> onFullPage(Stage stage, Move move) {
        if (!(move.command() instanceof RegisterDevice)
                || move.inputsOf(CursorPageState.class).isEmpty()) {
            return Optional.empty();
        }
        CursorPage full = CursorPage.empty(0);
        for (int i = 0; i < CursorPage.CURSORS_MAX; i++) {
            ProductionDevice device = TWIN.deviceBuilder()
                    .meter(
                            String.format("MTR-F%03d", i),
                            "F" + i,
                            "Twin",
                            TWIN.device().meterKey())
                    .build();
            full = full.plus(MeterCursor.fresh(device, Keys.kernelKey(stage.key("windpark-nord"))));
        }
        CursorPageState state = move.inputsOf(CursorPageState.class).get(0).with(full);
        Entry entry = new Entry(new StateRef(SecureHash.sha256("full"), 0), state);
        return Optional.of(move.changed(copy -> copy.inputs.set(1, entry)));
    }

    private static Optional<Move> nowhere(Stage stage, Move move) {
        if (!(move.command() instanceof OpenAccount)) {
            return Optional.empty();
        }
        AccountState account = (AccountState) move.outputs.get(0);
        return Optional.of(move.output(
                0,
                new AccountState(
                        account.getAccountId(),
                        account.getName(),
                        "Nowhere",
                        Collections.singletonList("buyer"),
                        account.getKey(),
                        account.getHost(),
                        account.getIssuingBody())));
    }
}
