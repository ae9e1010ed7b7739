package energy.registry.ops.twin;

import energy.registry.domain.energy.ProductionPeriod;
import energy.registry.domain.evidence.Origin;
import energy.registry.domain.evidence.Signatory;
import energy.registry.ops.device.Delivery;
import energy.registry.ops.device.HttpDoor;
import energy.registry.ops.device.IngestDesk;
import energy.registry.ops.device.RegistryGateway;
import energy.registry.ops.device.SendingDevice;
import energy.registry.ops.device.ServiceAddresses;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The twin's life: wait for the services, open the accounts, register the plants, catch up on the most recent intervals
 * (the first turbine's first one before anything else), then state and film each interval as it ends.
 */
final class Twin {
    private static final Logger LOG = LoggerFactory.getLogger(Twin.class);

    /** The joule: a register of 3,600 to the Wh. */
    private static final long JOULES_PER_WATT_HOUR = 3_600;

    /** A meter closes its interval and signs within seconds. */
    private static final long CLOSING_SECONDS = 3;

    private static final Duration HEALTH_POLL = Duration.ofSeconds(1);
    private static final Duration RETRY = Duration.ofSeconds(10);

    private final ServiceAddresses services;
    private final Clock clock;
    private final Path folder;
    private final HttpDoor gateway;
    private final HttpDoor vision;
    private final IngestDesk ingest;
    private final Schedule schedule = new Schedule(Fleet.INTERVAL_SECONDS);
    private final List<TwinDevice> devices = new CopyOnWriteArrayList<>();

    Twin(ServiceAddresses services, Clock clock) {
        this.services = services;
        this.clock = clock;
        this.folder = services.data().resolve("twin");
        this.gateway = new HttpDoor(services.gateway(), services.token());
        this.vision = new HttpDoor(services.vision(), services.token());
        this.ingest = new IngestDesk(new HttpDoor(services.ingest(), services.token()));
    }

    List<TwinDevice> devices() {
        return devices;
    }

    /** Runs until interrupted. */
    void live() throws IOException, InterruptedException {
        awaitServices();
        Bootstrap bootstrap = new Bootstrap(new RegistryGateway(gateway));
        bootstrap.openGenerators();
        List<Fleet.Member> members = Fleet.members();
        TwinDevice first = join(members.get(0), bootstrap);
        catchUp(first, 1);
        for (Fleet.Member member : members.subList(1, members.size())) {
            join(member, bootstrap);
        }
        bootstrap.openBuyers();
        while (true) {
            catchUpAll();
            Thread.sleep(Duration.ofSeconds(schedule.untilNext(clock.instant().getEpochSecond()) + CLOSING_SECONDS)
                    .toMillis());
        }
    }

    private void awaitServices() throws InterruptedException {
        while (!gateway.isHealthy() || !ingest.isHealthy() || !vision.isHealthy()) {
            Thread.sleep(HEALTH_POLL.toMillis());
        }
        LOG.info("services are up: {}", services);
    }

    private TwinDevice join(Fleet.Member member, Bootstrap bootstrap) throws IOException, InterruptedException {
        SendingDevice line =
                SendingDevice.open(folder, member.plate(), Signatory.METER, Origin.SIMULATION, JOULES_PER_WATT_HOUR);
        TwinDevice device = new TwinDevice(line, member.plant(), vision, folder);
        bootstrap.register(device);
        line.connect(services.mqttHost(), services.mqttPort(), ingest);
        devices.add(device);
        return device;
    }

    /** One piece of work: an interval of a device. */
    private record Due(TwinDevice device, ProductionPeriod interval) {}

    /** All that is due, oldest interval first, until nothing is left; a failure is tried again. */
    private void catchUpAll() throws InterruptedException {
        boolean done = false;
        while (!done) {
            List<Due> due = new ArrayList<>();
            for (TwinDevice device : devices) {
                open(device).forEach(interval -> due.add(new Due(device, interval)));
            }
            due.sort(Comparator.comparing(Due::interval));
            done = due.isEmpty() || due.stream().allMatch(one -> attempt(one.device(), one.interval()));
            if (!done) {
                Thread.sleep(RETRY.toMillis());
            }
        }
    }

    private void catchUp(TwinDevice device, int intervalsMax) {
        open(device).stream().limit(intervalsMax).forEach(interval -> attempt(device, interval));
    }

    /** Intervals of a device that are not stated or not filmed yet. */
    private List<ProductionPeriod> open(TwinDevice device) {
        long now = clock.instant().getEpochSecond();
        return schedule.due(now, Long.MIN_VALUE, device::isActive).stream()
                .filter(interval -> isOpen(device, interval))
                .toList();
    }

    private static boolean isOpen(TwinDevice device, ProductionPeriod interval) {
        long lastEnd = device.line().meter().position().lastEndEpochSecond();
        if (interval.startEpochSecond() >= lastEnd) {
            return true;
        }
        try {
            return device.line().meter().statedAt(interval.startEpochSecond()).isPresent()
                    && !device.hasFilmed(interval);
        } catch (IOException unreadable) {
            return true;
        }
    }

    /** @return whether the interval needs no further attempt */
    private boolean attempt(TwinDevice device, ProductionPeriod interval) {
        String deviceId = device.line().plate().deviceId();
        try {
            Delivery stated = device.state(interval);
            LOG.info("{} {}: {} {} {}", deviceId, interval, stated.status(), stated.rule(), stated.detail());
            if (stated.isDurable() && !device.hasFilmed(interval)) {
                HttpDoor.Answer filmed = device.film(interval);
                LOG.info("{} {}: clip {}", deviceId, interval, filmed.isAccepted() ? "taken" : filmed.problem());
            }
            return true;
        } catch (IOException e) {
            LOG.warn("{} {}: {}; trying again in {} s", deviceId, interval, e.getMessage(), RETRY.toSeconds());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    void close() {
        for (TwinDevice device : devices) {
            try {
                device.line().close();
            } catch (IOException e) {
                LOG.warn("closing {}: {}", device.line().plate().deviceId(), e.getMessage());
            }
        }
    }
}
