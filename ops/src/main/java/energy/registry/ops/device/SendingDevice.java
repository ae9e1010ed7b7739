package energy.registry.ops.device;

import energy.registry.domain.device.Camera;
import energy.registry.domain.device.ProductionDevice;
import energy.registry.domain.energy.ProductionPeriod;
import energy.registry.domain.evidence.Origin;
import energy.registry.domain.evidence.Signatory;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A registered plant with its meter and, where it has one, its camera: keys, memory and open lines to the doors. */
public final class SendingDevice implements Closeable {
    /** Ingest learns of a device from the ledger's feed: registration, notarisation and one poll, some seconds. */
    private static final Duration KNOWN_AFTER = Duration.ofMinutes(2);

    private final Plate plate;
    private final ProductionDevice device;
    private final SigningMeter meter;
    private final Optional<SigningCamera> camera;
    private StatementPublisher publisher;

    private SendingDevice(Plate plate, ProductionDevice device, SigningMeter meter, Optional<SigningCamera> camera) {
        this.plate = plate;
        this.device = device;
        this.meter = meter;
        this.camera = camera;
    }

    /** Opens the device's folder below {@code folder}; keys are made at the first use. */
    public static SendingDevice open(
            Path folder, Plate plate, Signatory signatory, Origin origin, long unitsPerWattHour) throws IOException {
        Path own = folder.resolve(plate.deviceId());
        SigningMeter meter = SigningMeter.open(own, plate.meterId(), signatory, origin, unitsPerWattHour);
        Optional<SigningCamera> camera = plate.hasCamera()
                ? Optional.of(SigningCamera.open(own, plate.cameraId(), plate.deviceId(), origin))
                : Optional.empty();
        List<Camera> cameras = camera.stream()
                .map(one -> new Camera(one.cameraId(), one.key().open()))
                .toList();
        return new SendingDevice(plate, plate.with(meter.key(), cameras), meter, camera);
    }

    public Plate plate() {
        return plate;
    }

    public ProductionDevice device() {
        return device;
    }

    public SigningMeter meter() {
        return meter;
    }

    /**
     * Connects the meter and sends again what the registry has not yet.
     *
     * @throws IOException also when ingest does not know the meter after {@link #KNOWN_AFTER}
     */
    public void connect(String mqttHost, int mqttPort, IngestDesk desk) throws IOException, InterruptedException {
        MeterPosition registry = awaitPosition(desk);
        publisher = StatementPublisher.connect(mqttHost, mqttPort, meter.meterId(), desk);
        for (SignedStatement unsent : meter.resumeFrom(registry)) {
            Delivery delivery = publisher.deliver(unsent);
            if (!delivery.isDurable()) {
                throw new IOException(
                        unsent.statement() + " was refused on resuming: " + delivery.rule() + " " + delivery.detail());
            }
        }
    }

    private MeterPosition awaitPosition(IngestDesk desk) throws IOException, InterruptedException {
        Backoff backoff = new Backoff(KNOWN_AFTER);
        Optional<MeterPosition> position = desk.position(meter.meterId());
        while (position.isEmpty()) {
            if (!backoff.again(Duration.ZERO)) {
                throw new IOException("ingest does not know meter " + meter.meterId() + " of " + plate.deviceId()
                        + "; register the device first");
            }
            position = desk.position(meter.meterId());
        }
        return position.get();
    }

    public Delivery send(SignedStatement signed) throws IOException, InterruptedException {
        return publisher.deliver(signed);
    }

    /** Signs and delivers a clip of the device's camera. */
    public HttpDoor.Answer film(HttpDoor vision, ProductionPeriod interval, long capturedEpochSecond, byte[] clip)
            throws IOException, InterruptedException {
        return camera.orElseThrow().deliver(vision, interval, capturedEpochSecond, clip);
    }

    @Override
    public void close() throws IOException {
        try {
            if (publisher != null) {
                publisher.close();
            }
        } finally {
            meter.close();
        }
    }
}
