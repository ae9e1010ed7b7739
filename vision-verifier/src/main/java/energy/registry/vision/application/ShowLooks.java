package energy.registry.vision.application;

import energy.registry.domain.device.Camera;
import energy.registry.domain.device.ProductionDevice;
import energy.registry.domain.encoding.Digest;
import energy.registry.domain.evidence.SignedRecord;
import energy.registry.domain.evidence.VisionVerdict;
import energy.registry.vision.port.CameraDirectory;
import energy.registry.vision.port.ClipStore;
import energy.registry.vision.port.DeviceDirectory;
import energy.registry.vision.port.NonceStore;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shows which cameras the verifier looks through, and what it saw in an interval. */
public final class ShowLooks {
    private final CameraList cameras;
    private final CameraDirectory directory;
    private final DeviceDirectory devices;
    private final ClipStore store;
    private final NonceStore nonces;
    private final Clock clock;

    public ShowLooks(
            CameraList cameras,
            CameraDirectory directory,
            DeviceDirectory devices,
            ClipStore store,
            NonceStore nonces,
            Clock clock) {
        this.cameras = cameras;
        this.directory = directory;
        this.devices = devices;
        this.store = store;
        this.nonces = nonces;
        this.clock = clock;
    }

    /** The listed cameras; one without a device is not looked through. */
    public Map<String, Object> streams() {
        List<Map<String, Object>> streams = new ArrayList<>();
        for (String camera : cameras.cameras()) {
            Map<String, Object> out = new LinkedHashMap<>();
            out.put("cameraId", camera);
            out.put("address", cameras.shown(camera));
            out.put(
                    "deviceId",
                    directory.deviceOf(camera).map(ProductionDevice::deviceId).orElse(null));
            streams.add(out);
        }
        return Map.of("streams", streams);
    }

    /** The verdicts on looks, and the nonces that their moments were drawn by: those themselves once it is over. */
    public Map<String, Object> looks(String deviceId, long intervalStart) throws IOException {
        List<Map<String, Object>> verdicts = new ArrayList<>();
        for (SignedRecord signed : store.looks(deviceId, intervalStart)) {
            VisionVerdict verdict = VisionVerdict.decode(signed.record());
            Map<String, Object> out = new LinkedHashMap<>();
            out.put("cameraId", verdict.cameraId());
            out.put("clip", verdict.clip().toString());
            out.put("record", verdict.record().toString());
            out.put("state", verdict.state().name());
            out.put("rpm", verdict.rotorMicroRpm() / 1e6);
            out.put("integrity", verdict.integrity());
            out.put("reasons", verdict.reasons());
            out.put("verdict", Base64.getEncoder().encodeToString(signed.encode()));
            verdicts.add(out);
        }
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("looks", verdicts);
        out.put("nonces", nonces(devices.device(deviceId), intervalStart));
        return out;
    }

    private List<Map<String, Object>> nonces(Optional<ProductionDevice> device, long start) throws IOException {
        List<Map<String, Object>> shown = new ArrayList<>();
        if (device.isEmpty()) {
            return shown;
        }
        boolean over = clock.instant().getEpochSecond() >= start + device.get().intervalSeconds();
        for (Camera camera : device.get().cameras()) {
            Optional<byte[]> nonce = nonces.nonce(camera.cameraId(), start);
            if (nonce.isPresent()) {
                Map<String, Object> out = new LinkedHashMap<>();
                out.put("cameraId", camera.cameraId());
                out.put("nonceSha256", Digest.sha(nonce.get()).toString());
                out.put("nonce", over ? HexFormat.of().formatHex(nonce.get()) : null);
                shown.add(out);
            }
        }
        return shown;
    }
}
