package energy.registry.ledger.gateway.network;

import energy.registry.ledger.gateway.network.KilledProcesses.Victim;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The notary, the issuing body's node and the gateway are killed, each with every kind of act under way. */
@Tag("slow")
class KilledNodesTest {
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    static Path data;

    @Test
    void nothingIsLostAndNothingHappensTwice() throws Exception {
        try (KilledProcesses processes = new KilledProcesses(data)) {
            processes.killInTurn(Victim.NOTARY, Victim.ISSUING_BODY, Victim.GATEWAY);
            processes.assertThatEachActHappenedOnce();
        }
    }
}
