package energy.registry.ingest.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import energy.registry.ingest.fixture.TestDatabase;
import energy.registry.ingest.port.StatementStore.Refused;
import energy.registry.ingest.statement.Arrival;
import energy.registry.ingest.statement.IntakeRule;
import energy.registry.ingest.statement.Refusal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Strangers get so much room and no more, for so long and no longer; what meters signed is kept. */
class QuarantineRoomTest {
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final int ROOM = 5;

    private final TestDatabase database = TestDatabase.fresh();
    private final QuarantineRoom room = new QuarantineRoom(ROOM);

    @Test
    void aFloodOfStrangersIsCountedAndTheMetersOwnIsKept() throws Exception {
        List<Refused> flood = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            flood.add(refused("forged " + i, IntakeRule.SIGNATURE_INVALID));
        }
        flood.add(refused("signed", IntakeRule.CHAIN_BROKEN));

        write(flood, NOW);

        assertThat(database.number("select count(*) from quarantine where not authentic"))
                .isEqualTo(ROOM);
        assertThat(database.number("select count(*) from quarantine where authentic"))
                .isEqualTo(1);
        assertThat(room.foreign()).isEqualTo(ROOM);
        assertThat(room.notKept()).isEqualTo(20 - ROOM);
    }

    @Test
    void whatNobodyAskedForLeavesAfterItsTime() throws Exception {
        write(List.of(refused("old", IntakeRule.METER_UNKNOWN), refused("own", IntakeRule.CHAIN_BROKEN)), NOW);
        write(
                List.of(refused("new", IntakeRule.METER_UNKNOWN)),
                NOW.plus(QuarantineRoom.FOREIGN_KEPT).plus(Duration.ofHours(1)));

        assertThat(database.number("select count(*) from quarantine where rule = 'METER_UNKNOWN'"))
                .isEqualTo(1);
        assertThat(database.number("select count(*) from quarantine where rule = 'CHAIN_BROKEN'"))
                .isEqualTo(1);
        assertThat(room.foreign()).isEqualTo(1);
    }

    private void write(List<Refused> messages, Instant at) throws Exception {
        try (Connection connection = database.dataSource().getConnection()) {
            new RefusedRows(connection, at, room).write(messages);
        }
    }

    private static Refused refused(String text, IntakeRule rule) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new Refused(new Arrival(bytes, "mqtt", "peer", null, NOW), null, Refusal.of(rule, "f", "v", "s"));
    }
}
