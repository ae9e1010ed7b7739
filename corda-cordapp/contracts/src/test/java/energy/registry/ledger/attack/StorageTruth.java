package energy.registry.ledger.attack;

import energy.registry.domain.storage.StorageAccount;
import energy.registry.ledger.contract.Charge;
import energy.registry.ledger.contract.Discharge;
import energy.registry.ledger.state.StorageState;
import java.math.BigInteger;
import java.util.Collection;
import java.util.List;

/** What the naive model asks of storage: no more comes out than went in, times the efficiency, whatever its account says. */
final class StorageTruth {
    private long inWh;
    private long outWh;

    /** @param before watt-hours consumed, each with the fate it gets in {@code after} */
    void judge(Move move, Collection<Wh> stored, List<Wh> made) {
        Harm.when(!stored.isEmpty() && !(move.command() instanceof Charge), "energy is stored by no charge");
        boolean discharge = move.command() instanceof Discharge;
        Harm.when(
                !discharge && made.stream().anyMatch(wh -> wh.device.equals("WTG-0300")),
                "stored energy is issued without a discharge");
        if (discharge) {
            BigInteger out = BigInteger.valueOf(outWh + made.size()).multiply(BigInteger.valueOf(StorageAccount.PPM));
            BigInteger in = BigInteger.valueOf(inWh).multiply(BigInteger.valueOf(Battery.EFFICIENCY_PPM));
            Harm.when(out.compareTo(in) > 0, "more comes out of storage than went in");
        }
        for (StorageState state : move.outputsOf(StorageState.class)) {
            StorageAccount account = state.record();
            Harm.when(
                    account.storedWh() + account.dischargedWh() + account.lostWh() != inWh + stored.size(),
                    "the storage account tells another story");
        }
    }

    void record(Collection<Wh> stored, Move move, List<Wh> made) {
        inWh += stored.size();
        outWh += move.command() instanceof Discharge ? made.size() : 0;
    }
}
