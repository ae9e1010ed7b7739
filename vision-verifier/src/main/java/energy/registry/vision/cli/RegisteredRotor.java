package energy.registry.vision.cli;

import energy.registry.domain.device.ProductionDevice;
import energy.registry.domain.device.Rotor;
import energy.registry.vision.adapter.gateway.EventFeedDevices;
import energy.registry.vision.rotor.Nameplate;
import java.io.IOException;
import java.net.URI;
import java.util.Map;

/** The nameplate of a registered device, asked of the running gateway. */
final class RegisteredRotor {
    private static final double MILLI = 1_000;

    private RegisteredRotor() {}

    static Nameplate of(String deviceId, Map<String, String> environment) {
        String gateway = environment.getOrDefault("REGISTRY_GATEWAY_URL", "http://127.0.0.1:8090");
        String token = environment.getOrDefault("REGISTRY_SERVICE_TOKEN", "");
        EventFeedDevices devices = new EventFeedDevices(URI.create(gateway), token);
        try {
            devices.readAll();
        } catch (IOException unreachable) {
            throw new IllegalArgumentException(
                    "--device: the gateway " + gateway + " does not answer (" + unreachable.getMessage()
                            + "); start the system, or give --blades, --rpm-min and --rpm-max",
                    unreachable);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalArgumentException("--device: interrupted", e);
        }
        ProductionDevice device = devices.device(deviceId)
                .orElseThrow(() -> new IllegalArgumentException("--device: '" + deviceId + "' is not registered"));
        Rotor rotor = device.rotor();
        if (rotor == null) {
            throw new IllegalArgumentException("--device: '" + deviceId + "' has no rotor");
        }
        return new Nameplate(
                rotor.blades(),
                rotor.minMilliRpm() / MILLI,
                2 * rotor.maxMilliRpm() / MILLI,
                rotor.clockwise() ? 1 : -1);
    }
}
