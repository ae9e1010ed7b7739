package energy.registry.ledger.attack;

import energy.registry.ledger.state.CertificateState;
import energy.registry.ledger.state.ConsumptionState;
import energy.registry.ledger.state.ControlState;
import energy.registry.ledger.state.CursorPageState;
import energy.registry.ledger.state.DeviceState;
import energy.registry.ledger.state.EndState;
import energy.registry.ledger.state.ForeignRegistryState;
import energy.registry.ledger.state.RetirementState;
import energy.registry.ledger.state.StorageState;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.corda.core.contracts.ContractState;

/** What a transaction makes is given in bytes that are not quite those that follow. */
final class RecordAttacks {
    private RecordAttacks() {}

    static List<Attack> all() {
        return Arrays.asList(
                bent("a byte of a record is another", (bytes, random) -> {
                    bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
                    return bytes;
                }),
                bent("a record breaks off", (bytes, random) -> Arrays.copyOf(bytes, random.nextInt(bytes.length))),
                bent("a record has a byte too many", (bytes, random) -> Arrays.copyOf(bytes, bytes.length + 1)));
    }

    /** Spoils the bytes it is given. */
    private interface Bend {
        byte[] of(byte[] bytes, Random random);
    }

    private static Attack bent(String name, Bend bend) {
        return Attack.blind(name, "D15 D23", (stage, move) -> {
            int at = stage.random.nextInt(move.outputs.size());
            return bent(move.outputs.get(at), bend, stage.random).map(state -> move.output(at, state));
        });
    }

    private static Optional<ContractState> bent(ContractState state, Bend bend, Random random) {
        if (state instanceof CertificateState) {
            CertificateState old = (CertificateState) state;
            return Optional.of(new CertificateState(
                    bend.of(old.getBundle(), random), old.getOwner(), old.getIssuer(), old.getLock()));
        }
        if (state instanceof RetirementState) {
            return Optional.of(bent((RetirementState) state, bend, random));
        }
        if (state instanceof EndState) {
            EndState old = (EndState) state;
            return Optional.of(new EndState(bend.of(old.getEnd(), random), old.getIssuer()));
        }
        return bentBook(state, bend, random);
    }

    private static RetirementState bent(RetirementState old, Bend bend, Random random) {
        return random.nextBoolean()
                ? new RetirementState(
                        bend.of(old.getRetirement(), random), old.getOwner(), old.getIssuer(), old.getAllocation())
                : new RetirementState(
                        old.getRetirement(), old.getOwner(), old.getIssuer(), bend.of(old.getAllocation(), random));
    }

    private static Optional<ContractState> bentBook(ContractState state, Bend bend, Random random) {
        if (state instanceof CursorPageState) {
            CursorPageState old = (CursorPageState) state;
            return Optional.of(new CursorPageState(
                    bend.of(old.getPage(), random),
                    old.getRegister(),
                    old.getIssuer(),
                    old.getRegulator(),
                    old.getNotary()));
        }
        if (state instanceof DeviceState) {
            DeviceState old = (DeviceState) state;
            return Optional.of(new DeviceState(
                    bend.of(old.getDevice(), random),
                    old.getStatus(),
                    old.getPage(),
                    old.getOwner(),
                    old.getIssuer(),
                    old.getAttestationDueEpochSecond()));
        }
        if (state instanceof ForeignRegistryState) {
            ForeignRegistryState old = (ForeignRegistryState) state;
            return Optional.of(new ForeignRegistryState(
                    bend.of(old.getRegistry(), random),
                    old.getIssuer(),
                    old.getRegulator(),
                    old.getNotary(),
                    old.getObservers()));
        }
        if (state instanceof ConsumptionState) {
            ConsumptionState old = (ConsumptionState) state;
            return Optional.of(
                    new ConsumptionState(bend.of(old.getCursor(), random), old.getIssuer(), old.getNotary()));
        }
        if (state instanceof StorageState) {
            StorageState old = (StorageState) state;
            return Optional.of(new StorageState(bend.of(old.getAccount(), random), old.getIssuer(), old.getNotary()));
        }
        if (state instanceof ControlState) {
            ControlState old = (ControlState) state;
            return Optional.of(new ControlState(
                    bend.of(old.getFreezes(), random),
                    old.getIssuer(),
                    old.getRegulator(),
                    old.getNotary(),
                    Collections.singletonList(Stage.MARKET.getParty())));
        }
        return Optional.empty();
    }
}
