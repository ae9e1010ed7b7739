package energy.registry.vision.adapter.gateway;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import energy.registry.domain.device.ProductionDevice;
import energy.registry.vision.port.CameraDirectory;
import energy.registry.vision.port.DeviceDirectory;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Devices as the ledger's events tell them; the feed is read from its beginning at every start, then followed. */
public final class EventFeedDevices implements DeviceDirectory, CameraDirectory {
    private static final Logger LOG = LoggerFactory.getLogger(EventFeedDevices.class);
    private static final Set<String> DEVICE_EVENTS = Set.of("DeviceRegistered", "DeviceChanged");
    private static final int PAGE = 1_000;
    private static final long WAIT_MILLIS = 15_000;
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration ANSWER = Duration.ofMillis(WAIT_MILLIS + 10_000);
    private static final long AGAIN_MILLIS = 1_000;

    private final ObjectMapper json = new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();
    private final URI gateway;
    private final String token;
    private final Map<String, ProductionDevice> devices = new ConcurrentHashMap<>();
    private final Map<String, String> deviceByCamera = new ConcurrentHashMap<>();
    private final Thread follower = new Thread(this::follow, "device-feed");
    private volatile boolean ending;
    private volatile boolean reached;
    private long last;

    public EventFeedDevices(URI gateway, String token) {
        this.gateway = gateway;
        this.token = token;
        follower.setDaemon(true);
    }

    public void start() {
        follower.start();
    }

    public void end() {
        ending = true;
        follower.interrupt();
    }

    /** Whether the gateway answered the last time it was asked. */
    public boolean isReached() {
        return reached;
    }

    public int count() {
        return devices.size();
    }

    @Override
    public Optional<ProductionDevice> device(String deviceId) {
        return Optional.ofNullable(devices.get(deviceId));
    }

    @Override
    public Optional<ProductionDevice> deviceOf(String cameraId) {
        return Optional.ofNullable(deviceByCamera.get(cameraId))
                .flatMap(this::device)
                .filter(device -> device.cameras().stream()
                        .anyMatch(camera -> camera.cameraId().equals(cameraId)));
    }

    /** Reads all events there are, without waiting for more. */
    public void readAll() throws IOException, InterruptedException {
        int seen = page(0);
        while (seen >= PAGE) {
            seen = page(0);
        }
    }

    private void follow() {
        while (!ending) {
            try {
                page(WAIT_MILLIS);
                if (!reached) {
                    LOG.info("gateway {} reached, {} devices known", gateway, devices.size());
                }
                reached = true;
            } catch (IOException unreachable) {
                if (reached) {
                    LOG.warn("gateway {} does not answer: {}", gateway, unreachable.getMessage());
                }
                reached = false;
                pause();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(AGAIN_MILLIS);
        } catch (InterruptedException e) {
            ending = true;
        }
    }

    private int page(long waitMillis) throws IOException, InterruptedException {
        URI page = gateway.resolve(
                "/v1/events?node=regulator&after=" + last + "&limit=" + PAGE + "&waitMillis=" + waitMillis);
        HttpRequest request = HttpRequest.newBuilder(page)
                .header("Authorization", "Bearer " + token)
                .timeout(ANSWER)
                .build();
        HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IOException("status " + answer.statusCode() + " from " + page.getPath());
        }
        JsonNode events = json.readTree(answer.body()).path("events");
        for (JsonNode event : events) {
            take(event);
            last = Math.max(last, event.path("seq").asLong());
        }
        return events.size();
    }

    private void take(JsonNode event) {
        if (!DEVICE_EVENTS.contains(event.path("type").asText())) {
            return;
        }
        JsonNode data = event.path("data");
        try {
            ProductionDevice device = ProductionDevice.decode(
                    Base64.getDecoder().decode(data.path("record").asText()));
            String digest = data.path("deviceDigest").asText();
            if (!device.digest().toString().equals(digest)) {
                LOG.warn(
                        "device {}: its fields give digest {}, the ledger {}",
                        device.deviceId(),
                        device.digest(),
                        digest);
            }
            devices.put(device.deviceId(), device);
            device.cameras().forEach(camera -> deviceByCamera.put(camera.cameraId(), device.deviceId()));
        } catch (IllegalArgumentException | ArithmeticException | NullPointerException unreadable) {
            LOG.warn("event {}: the device cannot be read: {}", event.path("seq"), unreadable.getMessage());
        }
    }
}
