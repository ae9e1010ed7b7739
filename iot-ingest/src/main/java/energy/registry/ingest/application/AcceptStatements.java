package energy.registry.ingest.application;

import energy.registry.domain.device.ProductionDevice;
import energy.registry.ingest.port.DeviceDirectory;
import energy.registry.ingest.port.MessageReader;
import energy.registry.ingest.statement.Answer;
import energy.registry.ingest.statement.Arrival;
import energy.registry.ingest.statement.Candidate;
import energy.registry.ingest.statement.Checked;
import energy.registry.ingest.statement.IntakeRule;
import energy.registry.ingest.statement.Parsed;
import energy.registry.ingest.statement.Refusal;
import energy.registry.ingest.statement.StatementCheck;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * Takes messages from the doors, checks them on all processors, and hands them to the {@link Keeper} in the order of
 * their meter. The answer comes when the outcome is durable, never before.
 */
public final class AcceptStatements implements Intake, AutoCloseable {
    /** Bytes of messages that may be undecided at once: a fifth of the service's memory. */
    private static final long UNDECIDED_BYTES_MAX = 192L << 20;

    private static final int CLOSE_SECONDS_MAX = 5;

    private final MessageReader reader;
    private final DeviceDirectory devices;
    private final StatementCheck check;
    private final Keepers keeper;
    private final Stages stages;
    private final ExecutorService[] lanes;
    private final AtomicLong undecidedBytes = new AtomicLong();

    private AcceptStatements(
            MessageReader reader,
            DeviceDirectory devices,
            StatementCheck check,
            Function<Function<Arrival, Checked>, Keepers> keeper,
            Stages stages,
            int laneCount) {
        this.stages = stages;
        this.reader = reader;
        this.devices = devices;
        this.check = check;
        this.keeper = keeper.apply(this::check);
        this.lanes = new ExecutorService[laneCount];
        for (int i = 0; i < laneCount; i++) {
            String name = "check-" + i;
            lanes[i] = Executors.newSingleThreadExecutor(work -> new Thread(work, name));
        }
    }

    /**
     * @param keeper makes the keepers, given the check for statements that had waited
     * @param laneCount threads that check
     */
    public static AcceptStatements start(
            MessageReader reader,
            DeviceDirectory devices,
            StatementCheck check,
            Function<Function<Arrival, Checked>, Keepers> keeper,
            Stages stages,
            int laneCount) {
        AcceptStatements started = new AcceptStatements(reader, devices, check, keeper, stages, laneCount);
        started.keeper.start();
        return started;
    }

    public Keepers keeper() {
        return keeper;
    }

    @Override
    public CompletableFuture<Answer> accept(Arrival arrival) {
        long size = arrival.bytes().length;
        if (undecidedBytes.addAndGet(size) > UNDECIDED_BYTES_MAX) {
            undecidedBytes.addAndGet(-size);
            return CompletableFuture.failedFuture(new Overloaded());
        }
        return CompletableFuture.supplyAsync(() -> check(arrival), lane(arrival))
                .thenCompose(keeper::keep)
                .whenComplete((answer, failure) -> undecidedBytes.addAndGet(-size));
    }

    @Override
    public long undecidedBytes() {
        return undecidedBytes.get();
    }

    /** One meter's messages take one lane, so that they stay in order. */
    private ExecutorService lane(Arrival arrival) {
        String key = arrival.meterId() == null ? arrival.peer() : arrival.meterId();
        return lanes[Math.floorMod(key.hashCode(), lanes.length)];
    }

    private Checked check(Arrival arrival) {
        long start = System.nanoTime();
        Parsed parsed = reader.read(arrival);
        long parsedAt = stages.end(Stages.Stage.PARSE, start);
        if (parsed instanceof Parsed.Unreadable unreadable) {
            return new Checked.Unsound(arrival, unreadable.meterId(), unreadable.refusal());
        }
        Candidate candidate = ((Parsed.Readable) parsed).candidate();
        String meterId = candidate.statement().meterId();
        if (arrival.meterId() != null && !arrival.meterId().equals(meterId)) {
            Refusal refusal = Refusal.of(
                    IntakeRule.METER_MISMATCH,
                    "meterId",
                    meterId,
                    "The topic says " + arrival.meterId() + ", the statement " + meterId);
            return new Checked.Unsound(arrival, arrival.meterId(), refusal);
        }
        Optional<ProductionDevice> device = devices.byMeter(
                meterId, Instant.ofEpochSecond(candidate.statement().period().startEpochSecond()));
        Checked checked = device.isPresent()
                ? check.check(candidate, device.get())
                : new Checked.Unsound(arrival, meterId, unknown(meterId));
        stages.end(Stages.Stage.CHECK, parsedAt);
        return checked;
    }

    private static Refusal unknown(String meterId) {
        return Refusal.of(IntakeRule.METER_UNKNOWN, "meterId", meterId, "The ledger knows no device with this meter");
    }

    @Override
    public void close() throws InterruptedException {
        for (ExecutorService lane : lanes) {
            lane.shutdown();
        }
        for (ExecutorService lane : lanes) {
            lane.awaitTermination(CLOSE_SECONDS_MAX, TimeUnit.SECONDS);
        }
    }
}
