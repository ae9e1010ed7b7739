package energy.registry.ledger.gateway.network;

import energy.registry.ledger.gateway.network.KilledProcesses.Victim;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The nodes that hold accounts and that watch are killed, the market also right after it has answered. */
@Tag("slow")
class KilledMarketTest {
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    static Path data;

    @Test
    void nothingIsLostAndNothingHappensTwice() throws Exception {
        try (KilledProcesses processes = new KilledProcesses(data)) {
            processes.killInTurn(Victim.MARKET, Victim.MARKET_LATER, Victim.REGULATOR);
            processes.killMarketRightAfterItsAnswer();
            processes.assertThatEachActHappenedOnce();
        }
    }
}
