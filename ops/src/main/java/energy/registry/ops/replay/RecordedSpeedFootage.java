package energy.registry.ops.replay;

import energy.registry.domain.device.Rotor;
import energy.registry.ops.device.RenderedFootage;
import java.io.IOException;
import java.util.Locale;

/** A clip for each interval, rendered at the mean of the rotor speeds that were recorded in it. */
final class RecordedSpeedFootage implements Footage {
    private final RenderedFootage rendered;
    private final String deviceId;

    RecordedSpeedFootage(Rotor rotor, String deviceId) {
        this.rendered = new RenderedFootage(rotor);
        this.deviceId = deviceId;
    }

    @Override
    public byte[] clip(RecordedInterval interval) throws IOException {
        return rendered.at(
                interval.meanRotorRpm(), interval.period().startEpochSecond() ^ ((long) deviceId.hashCode() << 32));
    }

    @Override
    public String describe() {
        return String.format(
                Locale.ROOT,
                "rendered at the recorded rotor speed, %d s for each interval",
                RenderedFootage.CLIP_SECONDS);
    }
}
