package energy.registry.vision.application;

import energy.registry.domain.device.ProductionDevice;
import energy.registry.domain.encoding.Digest;
import energy.registry.vision.port.CameraDirectory;
import energy.registry.vision.port.NonceStore;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * At which moments the verifier looks through a camera's stream by itself. The nonce of an interval is drawn when the
 * interval begins, kept before it is used, and told once the interval is over; its digest may be told at once.
 */
public final class LookPlans {
    /** Two looks: that is how many have to agree before power above what they leave possible is refused. */
    static final int LOOKS_MAX = 2;

    /** Five passes of a rotor of five turns a minute. */
    static final Duration LENGTH = Duration.ofSeconds(20);

    /** What begins later than this after its moment is no look at that moment. */
    static final Duration LATE_MAX = Duration.ofSeconds(5);

    private static final int NONCE_BYTES = 32;

    /** A look that is due, at the moment that was drawn for it. */
    record Look(String cameraId, ProductionDevice device, long intervalStart, Instant moment, Digest commitment) {
        long intervalEnd() {
            return intervalStart + device.intervalSeconds();
        }
    }

    /** An interval of one camera, and its looks that are still to come. */
    private record Plan(long start, List<Look> ahead) {}

    private final CameraDirectory cameras;
    private final NonceStore nonces;
    private final SecureRandom random;
    private final Map<String, Plan> plans = new HashMap<>();

    public LookPlans(CameraDirectory cameras, NonceStore nonces, SecureRandom random) {
        this.cameras = cameras;
        this.nonces = nonces;
        this.random = random;
    }

    /** The looks of a camera whose moment has come since it was last asked; none while its device is not known. */
    List<Look> due(String cameraId, Instant now) throws IOException {
        Optional<ProductionDevice> device = cameras.deviceOf(cameraId);
        if (device.isEmpty()) {
            return List.of();
        }
        long start = now.getEpochSecond()
                - Math.floorMod(now.getEpochSecond(), (long) device.get().intervalSeconds());
        Plan plan = plans.get(cameraId);
        if (plan == null || plan.start() != start) {
            plan = new Plan(start, drawn(cameraId, device.get(), start));
            plans.put(cameraId, plan);
        }
        List<Look> due = new ArrayList<>();
        for (Look look : List.copyOf(plan.ahead())) {
            if (!look.moment().isAfter(now)) {
                plan.ahead().remove(look);
                due.add(look);
            }
        }
        return due;
    }

    private List<Look> drawn(String cameraId, ProductionDevice device, long start) throws IOException {
        int looks = (int) Math.min(LOOKS_MAX, device.intervalSeconds() / LENGTH.toSeconds());
        if (looks == 0) {
            return List.of();
        }
        ClipTimes times = new ClipTimes(nonceOf(cameraId, start));
        List<Look> drawn = new ArrayList<>();
        Duration interval = Duration.ofSeconds(device.intervalSeconds());
        for (Instant moment : times.starts(cameraId, Instant.ofEpochSecond(start), interval, looks, LENGTH)) {
            drawn.add(new Look(cameraId, device, start, moment, times.commitment()));
        }
        return drawn;
    }

    /** After a restart the interval goes on with the nonce that it began with. */
    private byte[] nonceOf(String cameraId, long start) throws IOException {
        Optional<byte[]> known = nonces.nonce(cameraId, start);
        if (known.isPresent()) {
            return known.get();
        }
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        nonces.keep(cameraId, start, nonce);
        return nonce;
    }
}
