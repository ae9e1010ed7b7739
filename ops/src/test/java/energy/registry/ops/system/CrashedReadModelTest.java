package energy.registry.ops.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postgresql.ds.PGSimpleDataSource;

/** WildFly and the gateway are killed while the read model is filled; what stands there afterwards is what the ledger's feed says. */
@Tag("system")
@ExtendWith(RunningSystem.class)
final class CrashedReadModelTest {
    /** From the ledger's first event to its last, on a busy machine. */
    private static final Duration FILLED_MAX = Duration.ofMinutes(3);

    /** On a system that was started for this test the twin has yet to produce something. */
    private static final Duration FIRST_CERTIFICATE_MAX = Duration.ofMinutes(10);

    /** Killed at some moment of this time after the emptying. */
    private static final int KILL_WITHIN_MILLIS = 400;

    private static final long SEED = 5_061;

    /** Tables that the feed alone fills; those of sums are filled by them. */
    private static final List<String> TABLES = List.of(
            "ledger_event",
            "event_subject",
            "account",
            "balance",
            "device",
            "certificate",
            "certificate_interval",
            "certificate_parent",
            "trade",
            "movement",
            "transfer",
            "transfer_line",
            "retirement",
            "retirement_line");

    private final RunningSystem.Handle system;

    CrashedReadModelTest(RunningSystem.Handle system) {
        this.system = system;
    }

    @Test
    void aKilledServerLeavesAReadModelThatBecomesTheLedgersOwn() throws Exception {
        assertThat(RunningSystem.eventually(FIRST_CERTIFICATE_MAX, this::certificates, found -> !found.isEmpty()))
                .isNotEmpty();
        awaitTheLedger();
        Map<String, String> before = digests();
        new ApiCaller(system, "rita")
                .post("/api/v1/read-model/rebuild", Map.of(), UUID.randomUUID().toString());
        TimeUnit.MILLISECONDS.sleep(new Random(SEED).nextInt(KILL_WITHIN_MILLIS));
        kill("web");
        kill("gateway");
        RegistryCommand.Answer up = system.up();
        assertThat(up.exit()).as(up.out()).isZero();
        List<JsonNode> feed = awaitTheLedger();
        assertThat(eventsOfTheReadModel()).isEqualTo(wordForWord(feed));
        assertThat(statusOfTheReadModel()).isEqualTo(StatusByFeed.of(feed));
        Map<String, String> after = digests();
        if (before.get("ledger_event").equals(after.get("ledger_event"))) {
            assertThat(after).isEqualTo(before);
        }
        assertThat(rows("select owner, status, issued, sum(bundles), sum(quantity_wh) from certificate_day"
                        + " group by 1, 2, 3 having sum(bundles) <> 0 order by 1, 2, 3"))
                .isEqualTo(rows("select owner, status, issued, count(*), sum(serial_to - serial_from) from certificate"
                        + " group by 1, 2, 3 order by 1, 2, 3"));
        RegistryCommand.Answer rebuilt = system.call("rebuild");
        assertThat(rebuilt.exit()).as(rebuilt.out()).isZero();
        List<JsonNode> feedNow = awaitTheLedger();
        if (feedNow.size() == feed.size()) {
            assertThat(digests()).as("rebuilt once more").isEqualTo(after);
        }
    }

    private void kill(String process) throws Exception {
        for (JsonNode each : system.status().path("processes")) {
            if (each.path("name").asText().equals(process)) {
                ProcessHandle handle =
                        ProcessHandle.of(each.path("pid").asLong()).orElseThrow();
                handle.destroyForcibly();
                handle.onExit().get(1, TimeUnit.MINUTES);
            }
        }
    }

    /** The feed's events, once the read model has applied the last of them. */
    private List<JsonNode> awaitTheLedger() throws Exception {
        List<JsonNode> feed = system.events();
        assertThat(feed).isNotEmpty();
        long last = feed.get(feed.size() - 1).path("seq").asLong();
        long reached = RunningSystem.eventually(FILLED_MAX, this::lastSeq, seen -> seen >= last);
        assertThat(reached).isGreaterThanOrEqualTo(last);
        List<JsonNode> now = system.events();
        return now.size() == feed.size() ? feed : awaitTheLedger();
    }

    private Set<String> certificates() {
        try {
            return system.certificates();
        } catch (Exception notThere) {
            throw new IllegalStateException(notThere);
        }
    }

    private long lastSeq() {
        try {
            return Long.parseLong(rows("select last_seq from projection").get(0));
        } catch (Exception notThere) {
            throw new IllegalStateException(notThere);
        }
    }

    private static List<String> wordForWord(List<JsonNode> feed) {
        return feed.stream()
                .map(event -> event.path("seq").asLong() + " "
                        + event.path("txId").asText() + " " + event.path("type").asText())
                .toList();
    }

    private List<String> eventsOfTheReadModel() throws Exception {
        return rows("select seq || ' ' || tx_id || ' ' || type from ledger_event order by seq");
    }

    private Map<String, String> statusOfTheReadModel() throws Exception {
        Map<String, String> found = new TreeMap<>();
        for (String row : rows("select certificate_id || ' ' || owner || ' ' || status from certificate")) {
            int blank = row.indexOf(' ');
            found.put(row.substring(0, blank), row.substring(blank + 1));
        }
        return found;
    }

    /** One digest for each table, over all its rows in order. */
    private Map<String, String> digests() throws Exception {
        Map<String, String> found = new LinkedHashMap<>();
        for (String table : TABLES) {
            found.put(
                    table,
                    rows("select count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' order by t::text)), '') from "
                                    + table + " t")
                            .get(0));
        }
        return found;
    }

    private List<String> rows(String query) throws Exception {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl("jdbc:postgresql://127.0.0.1:" + system.port(8432) + "/registry");
        source.setUser("registry");
        source.setPassword(
                Files.readString(system.data().resolve("secrets/db-password")).strip());
        source.setCurrentSchema("web");
        try (Connection connection = source.getConnection();
                Statement sql = connection.createStatement();
                ResultSet found = sql.executeQuery(query)) {
            List<String> rows = new ArrayList<>();
            while (found.next()) {
                StringBuilder row = new StringBuilder();
                for (int column = 1; column <= found.getMetaData().getColumnCount(); column++) {
                    row.append(column > 1 ? " " : "").append(found.getString(column));
                }
                rows.add(row.toString());
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }
}
