package energy.registry.ops.replay;

import energy.registry.ops.device.Delivery;
import energy.registry.ops.device.HttpDoor;
import energy.registry.ops.device.SendingDevice;
import energy.registry.ops.device.SignedStatement;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sends a period of a recording: each interval's statement over MQTT, its clip to the verifier, and then asks ingest
 * until the fate of every interval is decided. Run again it sends nothing twice: what was stated is known by the meter's
 * journal, what was decided by ingest.
 */
final class Replay {
    private static final Duration POLL = Duration.ofSeconds(2);

    /** Without any interval settling for so long, something is broken. */
    private static final Duration STANDSTILL_MAX = Duration.ofMinutes(5);

    private static final int PROGRESS_EVERY = 6;

    private final SendingDevice device;
    private final MeteringAgent agent;
    private final Footage footage;
    private final HttpDoor vision;
    private final Settlement settlement;
    private final PrintStream progress;
    private final Map<Long, String> refusals = new HashMap<>();

    Replay(
            SendingDevice device,
            MeteringAgent agent,
            Footage footage,
            HttpDoor vision,
            Settlement settlement,
            PrintStream progress) {
        this.device = device;
        this.agent = agent;
        this.footage = footage;
        this.vision = vision;
        this.settlement = settlement;
        this.progress = progress;
    }

    /** @param pause real time between intervals; zero for as fast as the doors take them */
    List<Line> run(List<RecordedInterval> intervals, Duration pause) throws IOException, InterruptedException {
        if (intervals.isEmpty()) {
            return List.of();
        }
        Map<Long, Settled> known = settled(intervals);
        int sent = 0;
        for (RecordedInterval interval : intervals) {
            if (interval.isCertifiable()) {
                send(interval, known.get(interval.period().startEpochSecond()));
                Thread.sleep(pause.toMillis());
            }
            if (++sent % PROGRESS_EVERY == 0) {
                progress.println(
                        "sent up to " + Instant.ofEpochSecond(interval.period().endEpochSecond()) + ", " + sent + " of "
                                + intervals.size());
            }
        }
        return await(intervals);
    }

    private void send(RecordedInterval interval, Settled known) throws IOException, InterruptedException {
        if (known != null && !known.awaitsFootage()) {
            return;
        }
        Optional<SignedStatement> signed = statement(interval);
        if (signed.isEmpty()) {
            return;
        }
        Delivery delivery = device.send(signed.get());
        if (!delivery.isDurable()) {
            refusals.put(interval.period().startEpochSecond(), (delivery.rule() + " " + delivery.detail()).strip());
            return;
        }
        HttpDoor.Answer taken =
                device.film(vision, interval.period(), interval.period().startEpochSecond(), footage.clip(interval));
        if (!taken.isAccepted()) {
            progress.println("clip of " + interval.period() + " was not taken: " + taken.problem());
        }
    }

    /** The statement that was signed before, or a new one; none where the meter has already spoken of a later time. */
    private Optional<SignedStatement> statement(RecordedInterval interval) throws IOException {
        long start = interval.period().startEpochSecond();
        Optional<SignedStatement> before = device.meter().statedAt(start);
        if (before.isPresent() || start < device.meter().position().lastEndEpochSecond()) {
            return before;
        }
        return Optional.of(agent.state(interval));
    }

    private List<Line> await(List<RecordedInterval> intervals) throws IOException, InterruptedException {
        long lastChange = System.nanoTime();
        long open = Long.MAX_VALUE;
        while (true) {
            List<Line> lines = lines(intervals, settled(intervals));
            long stillOpen = lines.stream().filter(line -> !line.isSettled()).count();
            if (stillOpen < open) {
                open = stillOpen;
                lastChange = System.nanoTime();
                progress.println(open == 0 ? "all intervals are settled" : open + " intervals are not settled yet");
            }
            boolean standstill = System.nanoTime() - lastChange > STANDSTILL_MAX.toNanos();
            boolean hopeless = lines.stream()
                    .allMatch(line -> line.isSettled() || line.outcome().equals(Line.NOT_STATED));
            if (open == 0 || standstill || hopeless) {
                return lines;
            }
            Thread.sleep(POLL.toMillis());
        }
    }

    private Map<Long, Settled> settled(List<RecordedInterval> intervals) throws IOException {
        return settlement.between(
                Instant.ofEpochSecond(intervals.get(0).period().startEpochSecond()),
                Instant.ofEpochSecond(
                        intervals.get(intervals.size() - 1).period().endEpochSecond()));
    }

    private List<Line> lines(List<RecordedInterval> intervals, Map<Long, Settled> settled) {
        List<Line> lines = new ArrayList<>();
        for (RecordedInterval interval : intervals) {
            lines.add(line(interval, settled.get(interval.period().startEpochSecond())));
        }
        return lines;
    }

    private Line line(RecordedInterval interval, Settled settled) {
        double rpm = interval.hasRotorSpeed() ? interval.meanRotorRpm() : 0;
        long start = interval.period().startEpochSecond();
        if (!interval.isCertifiable()) {
            int missing = interval.rowsExpected() - interval.rows().size();
            return new Line(interval, Line.NOT_CERTIFIABLE, 0, rpm, missing + " rows are missing", null);
        }
        if (refusals.containsKey(start)) {
            return new Line(interval, "REFUSED", 0, rpm, refusals.get(start), null);
        }
        Optional<SignedStatement> stated = device.meter().statedAt(start);
        if (settled == null) {
            return stated.isPresent()
                    ? new Line(
                            interval,
                            Settled.UNKNOWN,
                            stated.get().energyWh(),
                            rpm,
                            "ingest does not list it yet",
                            null)
                    : new Line(interval, Line.NOT_STATED, 0, rpm, "the meter has spoken of a later time before", null);
        }
        String detail =
                settled.certificateId().isEmpty() ? String.join(", ", settled.reasons()) : settled.certificateId();
        return new Line(interval, settled.status(), settled.energyWh(), rpm, detail, settled);
    }
}
