package energy.registry.ingest.system;

import static org.assertj.core.api.Assertions.assertThat;

import energy.registry.domain.device.CameraPolicy;
import energy.registry.domain.encoding.Digest;
import energy.registry.domain.evidence.Reading;
import energy.registry.domain.merkle.MerkleTree;
import energy.registry.ingest.fixture.RunningIngest;
import energy.registry.ingest.fixture.TestMeter;
import energy.registry.ingest.fixture.TestMeter.Message;
import energy.registry.ingest.fixture.TestPlant;
import java.sql.Connection;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/**
 * However a stream is permuted, repeated and split into bursts: the same intervals, the same findings, the same memory of
 * the meter to the last bit and the same evidence root follow. Replay a failure with {@code -Dseed=}.
 */
class SameOutcomeTest {
    private static final int ROUNDS = 8;
    private static final int STATEMENTS = 60;
    private static final int BURST_MAX = 40;

    private static final String[] OUTCOME = {
        "select string_agg(concat_ws(' ', start_at, end_at, energy_wh), ',' order by start_at) from interval",
        "select string_agg(concat_ws(' ', rule, version, outcome, from_at, to_at, observed, allowed), ','"
                + " order by from_at, rule) from finding",
        "select concat_ws(' ', encode(through, 'hex'), md5(state)) from meter_history",
        "select concat_ws(' ', epoch, next_sequence, register_wh, last_end, encode(previous, 'hex')) from meter",
        "select string_agg(concat_ws(' ', s.sequence, r.n, r.at, r.register_wh, r.power_w, r.witnesses), ','"
                + " order by s.sequence, r.n) from each_reading r join statement s using (statement_id)"
    };

    @Test
    void anyPermutationRepetitionAndSplittingOfAStreamHasTheSameOutcome() throws Exception {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        try (RunningIngest ingest = RunningIngest.withLongGrace()) {
            TestPlant plant = ingest.plant("SAME-1", CameraPolicy.REQUIRED);
            List<Message> stream = stream(plant.meter(), random);
            for (Message message : stream) {
                assertThat(ingest.send(message).status()).isEqualTo(202);
            }
            List<String> expected = outcome(ingest);
            for (int round = 0; round < ROUNDS; round++) {
                forget(ingest);
                sendInBursts(ingest, stream, random);
                assertThat(outcome(ingest)).as("seed %d, round %d", seed, round).isEqualTo(expected);
                assertThat(ingest.database.number("select count(*) from quarantine"))
                        .isZero();
            }
        }
    }

    /** Runs of quarters, some without energy, some with a stuck power that the rules notice. */
    private static List<Message> stream(TestMeter meter, Random random) {
        List<Message> stream = new ArrayList<>();
        for (int i = 0; i < STATEMENTS; i++) {
            long[] energies = new long[1 + random.nextInt(3)];
            for (int n = 0; n < energies.length; n++) {
                energies[n] = random.nextInt(4) == 0 ? 0 : random.nextInt(500_000);
            }
            boolean stuck = random.nextInt(6) == 0;
            Message message = meter.draft(energies)
                    .samples(stuck ? 12 : 1 + random.nextInt(5))
                    .message();
            meter.follow(message);
            stream.add(message);
        }
        assertThat(stream.stream()
                        .map(Message::readings)
                        .mapToLong(List<Reading>::size)
                        .sum())
                .isGreaterThan(STATEMENTS);
        return stream;
    }

    private static void sendInBursts(RunningIngest ingest, List<Message> stream, Random random) throws Exception {
        List<Message> sent = new ArrayList<>(stream);
        for (int i = 0; i < STATEMENTS / 2; i++) {
            sent.add(stream.get(random.nextInt(STATEMENTS)));
        }
        Collections.shuffle(sent, random);
        int at = 0;
        while (at < sent.size()) {
            int end = Math.min(sent.size(), at + 1 + random.nextInt(BURST_MAX));
            List<CompletableFuture<Integer>> burst =
                    sent.subList(at, end).stream().map(ingest::sendLater).toList();
            for (CompletableFuture<Integer> each : burst) {
                assertThat(each.get()).isEqualTo(202);
            }
            at = end;
        }
    }

    private static List<String> outcome(RunningIngest ingest) throws Exception {
        List<String> outcome = new ArrayList<>();
        try (Connection connection = ingest.database.dataSource().getConnection()) {
            for (String query : OUTCOME) {
                try (ResultSet row = connection.createStatement().executeQuery(query)) {
                    row.next();
                    outcome.add(row.getString(1));
                }
            }
            List<byte[]> leaves = new ArrayList<>();
            try (ResultSet rows = connection
                    .createStatement()
                    .executeQuery("select signed from statement order by epoch, sequence")) {
                while (rows.next()) {
                    leaves.add(rows.getBytes(1));
                }
            }
            Digest root = MerkleTree.over(leaves).root();
            outcome.add(root.toString());
        }
        assertThat(outcome.get(1)).as("the rules have something to notice").isNotNull();
        return outcome;
    }

    /** As if nothing had ever been heard; the service still remembers, and must not believe its memory. */
    private static void forget(RunningIngest ingest) throws Exception {
        try (Connection connection = ingest.database.dataSource().getConnection()) {
            connection
                    .createStatement()
                    .execute(
                            "truncate correction, over_issue, statement, interval, claim, decision, finding, meter_history, meter, early,"
                                    + " reading_run, envelope, redrive, quarantine");
        }
    }
}
