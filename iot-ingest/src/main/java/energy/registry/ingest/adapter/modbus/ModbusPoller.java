package energy.registry.ingest.adapter.modbus;

import energy.registry.ingest.agent.AgentSource;
import energy.registry.ingest.agent.Sample;
import energy.registry.ingest.application.AgentMetering;
import energy.registry.ingest.application.FollowSources;
import energy.registry.ingest.register.Counter;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads each SunSpec device at whole multiples of its period, so that interval boundaries are read and not guessed. A
 * device that does not answer is asked again at its next time.
 */
public final class ModbusPoller implements AutoCloseable {
    /** Devices read at the same time; one that does not answer keeps a thread for three seconds. */
    private static final int THREADS = 8;

    private static final int STOP_SECONDS_MAX = 4;
    private static final Logger LOG = LoggerFactory.getLogger(ModbusPoller.class);

    private final FollowSources sources;
    private final Clock clock;
    private final Map<String, Boolean> busy = new ConcurrentHashMap<>();
    private final Map<String, String> problems = new ConcurrentHashMap<>();
    private final ScheduledExecutorService ticks =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "modbus-clock"));
    private final ExecutorService work = Executors.newFixedThreadPool(THREADS, task -> new Thread(task, "modbus"));

    public ModbusPoller(FollowSources sources, Clock clock) {
        this.sources = sources;
        this.clock = clock;
    }

    public void start() {
        long untilNextSecond = 1_000 - Math.floorMod(clock.millis(), 1_000L);
        ticks.scheduleAtFixedRate(this::tick, untilNextSecond, 1_000, TimeUnit.MILLISECONDS);
    }

    private void tick() {
        long second = Math.floorDiv(clock.millis() + 100, 1_000L); // a tick that comes a little early is of its second
        for (AgentSource source : sources.all()) {
            if (source instanceof AgentSource.Modbus device
                    && second % device.everySeconds() == 0
                    && busy.putIfAbsent(device.meterId(), true) == null) {
                work.execute(() -> poll(device));
            }
        }
    }

    private void poll(AgentSource.Modbus device) {
        try {
            read(device);
            if (problems.remove(device.meterId()) != null) {
                LOG.info("event=modbus-back meter={}", device.meterId());
            }
        } catch (IOException | RuntimeException e) {
            String problem = String.valueOf(e.getMessage());
            if (!problem.equals(problems.put(device.meterId(), problem))) {
                LOG.warn("event=modbus-unread meter={} problem=\"{}\"", device.meterId(), problem);
            }
        } finally {
            busy.remove(device.meterId());
        }
    }

    /** Reads a device once and brings its register to the agent. */
    void read(AgentSource.Modbus device) throws IOException {
        try (ModbusClient client = ModbusClient.connect(device.host(), device.port(), device.unit())) {
            Optional<EnergyPoint.Value> value = new SunSpecDevice(client).read(device.model());
            if (value.isEmpty()) {
                throw new IOException("no implemented register of exported energy");
            }
            long second = clock.instant().getEpochSecond();
            EnergyPoint.Value read = value.get();
            sources.heard(
                    device.meterId(),
                    List.of(new Sample(second, wattHours(read), read.powerW())),
                    read.rolls() ? Counter.of32Bits(read.powerOfTen()) : Counter.ofUnit(read.powerOfTen(), 0),
                    new AgentMetering.Source("modbus", device.host() + ":" + device.port() + "/" + device.unit()));
        }
    }

    private static long wattHours(EnergyPoint.Value value) {
        return BigDecimal.valueOf(value.count())
                .scaleByPowerOfTen(value.powerOfTen())
                .setScale(0, RoundingMode.FLOOR)
                .longValueExact();
    }

    @Override
    public void close() throws InterruptedException {
        ticks.shutdownNow();
        work.shutdown();
        work.awaitTermination(STOP_SECONDS_MAX, TimeUnit.SECONDS);
    }
}
