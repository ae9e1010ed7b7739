package energy.registry.vision.application;

import energy.registry.domain.device.ProductionDevice;
import energy.registry.domain.encoding.Digest;
import energy.registry.vision.commission.Commission;
import energy.registry.vision.commission.CommissionRules;
import energy.registry.vision.commission.View;
import energy.registry.vision.footage.PictureSize;
import energy.registry.vision.port.CommissionStore;
import energy.registry.vision.port.DeviceDirectory;
import energy.registry.vision.port.PictureReader;
import java.io.IOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Keeps what a person marked for a camera, if the device has that camera and the marks fit picture and plant. */
public final class CommissionCamera {
    private final DeviceDirectory devices;
    private final CommissionStore store;
    private final PictureReader pictures;
    private final Clock clock;

    public CommissionCamera(DeviceDirectory devices, CommissionStore store, PictureReader pictures, Clock clock) {
        this.devices = devices;
        this.store = store;
        this.pictures = pictures;
        this.clock = clock;
    }

    public sealed interface Answer {}

    public record Kept(Commission commission) implements Answer {}

    public record Declined(ClipRule rule, String detail) implements Answer {}

    /** What a person marked, before it is checked. */
    public record Marks(
            String deviceId,
            String cameraId,
            String actor,
            String reason,
            PictureSize size,
            byte[] picture,
            List<View> views) {}

    public Answer keep(Marks marks) throws IOException {
        Optional<ProductionDevice> device = devices.device(marks.deviceId());
        if (device.isEmpty()) {
            return new Declined(ClipRule.DEVICE_UNKNOWN, "deviceId '" + marks.deviceId() + "'");
        }
        Commission draft = new Commission(
                marks.deviceId(),
                marks.cameraId(),
                0,
                Digest.ZERO,
                marks.actor(),
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                marks.reason(),
                marks.size(),
                Digest.sha(marks.picture()),
                marks.views());
        Optional<String> broken = CommissionRules.broken(device.get(), draft).or(() -> picture(marks));
        return broken.isPresent()
                ? new Declined(ClipRule.COMMISSIONING_WRONG, broken.get())
                : new Kept(store.add(draft, marks.picture()));
    }

    private Optional<String> picture(Marks marks) {
        PictureReader.Answer answer = pictures.read(marks.picture());
        if (answer instanceof PictureReader.Refused refused) {
            return Optional.of(refused.reason());
        }
        PictureSize size = ((PictureReader.Read) answer).size();
        return size.equals(marks.size())
                ? Optional.empty()
                : Optional.of("width: the marks were made on " + marks.size().width() + " x "
                        + marks.size().height() + " pixels, the picture has " + size.width() + " x " + size.height()
                        + "; send the picture as the camera took it");
    }
}
