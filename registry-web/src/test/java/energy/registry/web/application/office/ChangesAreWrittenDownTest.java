package energy.registry.web.application.office;

import static org.assertj.core.api.Assertions.assertThat;

import energy.registry.web.application.ChangeLog;
import energy.registry.web.model.Actor;
import energy.registry.web.model.Role;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A change on the ledger has one line in the log for each party, however often it was asked for. */
final class ChangesAreWrittenDownTest {
    private static final Actor BRUNO = new Actor("bruno", "acme", Set.of(Role.BUYER));

    private final MemoryOffice office = new MemoryOffice();
    private final Journal journal = office.journal();

    @Test
    void theSameChangeAskedForAgainIsOneLine() {
        journal.once(bought("tx-1", "windpark-nord"));
        journal.once(bought("tx-1", "windpark-nord"));
        journal.once(bought("tx-1", "solarfeld-sued"));
        journal.once(bought("tx-2", "windpark-nord"));
        assertThat(office.log)
                .extracting(line -> line.subject() + " " + line.concerns())
                .containsExactly("tx-1 windpark-nord", "tx-1 solarfeld-sued", "tx-2 windpark-nord");
        assertThat(office.log).allSatisfy(line -> {
            assertThat(line.actor()).isEqualTo("bruno");
            assertThat(line.organisation()).isEqualTo("acme");
            assertThat(line.at()).isNotNull();
            assertThat(line.reason()).isEqualTo("Order 7");
        });
    }

    private static ChangeLog.Change bought(String txId, String seller) {
        return new ChangeLog.Change(BRUNO, "BOUGHT", txId, txId, seller, "Bought 1000 Wh.", " Order 7 ");
    }
}
