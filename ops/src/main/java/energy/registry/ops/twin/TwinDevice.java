package energy.registry.ops.twin;

import energy.registry.domain.energy.ProductionPeriod;
import energy.registry.domain.evidence.Reading;
import energy.registry.ops.device.Delivery;
import energy.registry.ops.device.ExactRegister;
import energy.registry.ops.device.HttpDoor;
import energy.registry.ops.device.RenderedFootage;
import energy.registry.ops.device.SendingDevice;
import energy.registry.ops.device.SignedStatement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One plant of the twin at its doors: states each interval and films its middle. */
final class TwinDevice {
    private static final int SECONDS_PER_MINUTE = 60;

    private final SendingDevice device;
    private final Plant plant;
    private final HttpDoor vision;
    private final Path filmedUpTo;
    private volatile Shown shown = new Shown("", 0, 0, "");

    /** What the status page shows of the last interval. */
    record Shown(String interval, long energyWh, double rotorRpm, String outcome) {}

    TwinDevice(SendingDevice device, Plant plant, HttpDoor vision, Path folder) {
        this.device = device;
        this.plant = plant;
        this.vision = vision;
        this.filmedUpTo = folder.resolve(device.plate().deviceId()).resolve("filmed-up-to");
    }

    SendingDevice line() {
        return device;
    }

    Shown shown() {
        return shown;
    }

    /** Whether the twin's history of this plant may start with the interval at {@code start}. */
    boolean isActive(long start) {
        return plant.isActive(start, device.plate().intervalSeconds());
    }

    boolean hasFilmed(ProductionPeriod interval) throws IOException {
        return !device.plate().hasCamera()
                || Files.exists(filmedUpTo)
                        && Long.parseLong(Files.readString(filmedUpTo).strip()) >= interval.endEpochSecond();
    }

    /** States one interval through MQTT; again after a failure, the same statement goes out once more. */
    Delivery state(ProductionPeriod interval) throws IOException, InterruptedException {
        PlantRun run = plant.run(interval.startEpochSecond(), device.plate().intervalSeconds());
        SignedStatement signed = sign(interval, run);
        Delivery delivery = device.send(signed);
        double rpm = Arrays.stream(run.rotorRpm()).average().orElse(0);
        shown = new Shown(
                interval.toString(), signed.energyWh(), rpm, delivery.status().name());
        return delivery;
    }

    private SignedStatement sign(ProductionPeriod interval, PlantRun run) throws IOException {
        var known = device.meter().statedAt(interval.startEpochSecond());
        if (known.isPresent()) {
            return known.get();
        }
        ExactRegister register = device.meter().register();
        List<Reading> readings = new ArrayList<>();
        long second = interval.startEpochSecond();
        for (PlantRun.Minute minute : run.minutes()) {
            second += SECONDS_PER_MINUTE;
            register = register.plus(minute.joules());
            readings.add(new Reading(
                    second, register.wattHours(), minute.joules() / SECONDS_PER_MINUTE, minute.witnesses()));
        }
        return device.meter().sign(interval, register, readings);
    }

    /** Renders what the camera saw in the middle of the interval and hands it to the verifier. */
    HttpDoor.Answer film(ProductionPeriod interval) throws IOException, InterruptedException {
        PlantRun run = plant.run(interval.startEpochSecond(), device.plate().intervalSeconds());
        int middle = run.rotorRpm().length / 2;
        double[] speeds = Arrays.copyOfRange(run.rotorRpm(), middle, middle + RenderedFootage.CLIP_SECONDS + 1);
        long captured = interval.startEpochSecond() + middle;
        byte[] clip = new RenderedFootage(device.plate().rotor())
                .of(speeds, captured ^ device.plate().deviceId().hashCode());
        HttpDoor.Answer answer = device.film(vision, interval, captured, clip);
        if (answer.isAccepted()) {
            remember(interval.endEpochSecond());
        }
        return answer;
    }

    private void remember(long endEpochSecond) throws IOException {
        Path fresh = filmedUpTo.resolveSibling("filmed-up-to.new");
        Files.writeString(
                fresh,
                endEpochSecond + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE,
                StandardOpenOption.SYNC);
        Files.move(fresh, filmedUpTo, StandardCopyOption.ATOMIC_MOVE);
    }
}
