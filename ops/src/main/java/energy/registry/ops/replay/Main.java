package energy.registry.ops.replay;

import energy.registry.domain.evidence.Origin;
import energy.registry.domain.evidence.Signatory;
import energy.registry.ops.device.HttpDoor;
import energy.registry.ops.device.IngestDesk;
import energy.registry.ops.device.Plate;
import energy.registry.ops.device.RegistryGateway;
import energy.registry.ops.device.SendingDevice;
import energy.registry.ops.device.ServiceAddresses;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;

/** {@code ops/registry replay}: exit 0 when everything certifiable was sent and settled, 1 when not, 2 for bad input. */
public final class Main {
    private static final int UNSETTLED = 1;
    private static final int UNUSABLE = 2;
    private static final double MILLIS = 1_000;
    private static final long SECONDS_PER_DAY = 86_400;

    private Main() {}

    public static void main(String[] arguments) {
        System.setProperty("registry.log.target", "System.err");
        System.exit(run(List.of(arguments), System.out, System.err));
    }

    static int run(List<String> arguments, PrintStream out, PrintStream progress) {
        try {
            return run(Arguments.parse(arguments), ServiceAddresses.from(System.getenv()), out, progress);
        } catch (UnusableInput | IllegalArgumentException unusable) {
            progress.println(unusable.getMessage());
            return UNUSABLE;
        } catch (IOException broken) {
            progress.println("replay failed: " + broken.getMessage());
            return UNSETTLED;
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            return UNSETTLED;
        }
    }

    static int run(Arguments is, ServiceAddresses services, PrintStream out, PrintStream progress)
            throws UnusableInput, IOException, InterruptedException {
        Recording recording = new Recording(TelemetryFile.read(is.meter()), is.intervalSeconds());
        List<RecordedInterval> intervals = is.from() == null
                ? recording.all()
                : recording.between(is.from().getEpochSecond(), is.to().getEpochSecond());
        bounded(intervals);
        Plate plate = DeviceProfiles.named(is.device(), is.intervalSeconds());
        Footage footage = footage(is, plate, intervals);
        IngestDesk ingest = new IngestDesk(new HttpDoor(services.ingest(), services.token()));
        long begin = System.nanoTime();
        try (SendingDevice device = SendingDevice.open(
                services.data().resolve("replay"),
                plate,
                Signatory.METERING_AGENT_FROM_POWER,
                Origin.RECORDING,
                TelemetryRow.UNITS_PER_WATT_HOUR)) {
            register(new RegistryGateway(new HttpDoor(services.gateway(), services.token())), device, progress);
            device.connect(services.mqttHost(), services.mqttPort(), ingest);
            Replay replay = new Replay(
                    device,
                    new MeteringAgent(device.meter(), recording.rowSeconds()),
                    footage,
                    new HttpDoor(services.vision(), services.token()),
                    new Settlement(ingest, plate.deviceId()),
                    progress);
            List<Line> lines = replay.run(intervals, pause(is));
            long seconds = Duration.ofNanos(System.nanoTime() - begin).toSeconds();
            return report(new Report(plate.deviceId(), footage.describe(), lines, seconds), is.json(), out, progress);
        }
    }

    private static void bounded(List<RecordedInterval> intervals) throws UnusableInput {
        if (intervals.isEmpty()) {
            throw new UnusableInput(
                    "--meter: the recording has no interval in that time; give another --day or --from");
        }
        long begin = intervals.get(0).period().startEpochSecond();
        long end = intervals.get(intervals.size() - 1).period().endEpochSecond();
        if (end - begin > Arguments.PERIOD_SECONDS_MAX) {
            throw new UnusableInput("--meter: " + (end - begin) / SECONDS_PER_DAY + " days are more than the "
                    + Arguments.PERIOD_SECONDS_MAX / SECONDS_PER_DAY
                    + " of one replay; choose with --day, or --from and --to");
        }
    }

    private static Footage footage(Arguments is, Plate plate, List<RecordedInterval> intervals)
            throws UnusableInput, IOException {
        if (!is.videos().isEmpty()) {
            return new GivenFootage(is.videos());
        }
        if (intervals.stream().anyMatch(interval -> !interval.hasRotorSpeed())) {
            throw new UnusableInput(
                    "--meter: the recording has no rotor_rpm to render footage from; give --video FILE");
        }
        return new RecordedSpeedFootage(plate.rotor(), plate.deviceId());
    }

    /** Registering is idempotent by its request id, so that a replay may be run again. */
    private static void register(RegistryGateway gateway, SendingDevice device, PrintStream progress)
            throws IOException {
        Plate plate = device.plate();
        HttpDoor.Answer account = gateway.openAccount(plate.owner(), "Windpark Nord GmbH", "DE", List.of("generator"));
        HttpDoor.Answer answer = account.isAccepted()
                ? gateway.register(device.device(), "replay", "recording of a real plant")
                : account;
        if (!answer.isAccepted()) {
            throw new IOException("registering " + plate.deviceId() + ": " + answer.problem());
        }
        progress.println(plate.deviceId() + " is registered");
    }

    private static Duration pause(Arguments is) {
        return is.speed() == 0
                ? Duration.ZERO
                : Duration.ofMillis(Math.round(is.intervalSeconds() * MILLIS / is.speed()));
    }

    private static int report(Report report, boolean json, PrintStream out, PrintStream progress) {
        report.print(json ? progress : out);
        if (json) {
            out.println(report.json());
        }
        return report.isSettled() ? 0 : UNSETTLED;
    }
}
