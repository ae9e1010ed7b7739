package energy.registry.ops.device;

import energy.registry.domain.device.Rotor;
import energy.registry.vision.synthetic.TurbineScene;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a camera before a turbine records, drawn: the rotor of a device turning at a given speed under a moving sky. */
public final class RenderedFootage {
    /** Three passes of three blades at 4.6 rpm, and short enough to render and measure in some seconds. */
    public static final int CLIP_SECONDS = 13;

    /** A commissioned camera stands still: the same place in the picture in every clip. */
    private static final double HUB_X = 0.5;

    private static final double HUB_Y = 0.42;
    private static final double RADIUS = 0.30;

    private final Rotor rotor;

    public RenderedFootage(Rotor rotor) {
        this.rotor = rotor;
    }

    /** A clip at constant speed; equal seeds give equal clips. */
    public byte[] at(double rpm, long seed) throws IOException {
        return render(TurbineScene.withRotorRpm(rpm), seed);
    }

    /** A clip of a rotor with this speed at every second. */
    public byte[] of(double[] rpmBySecond, long seed) throws IOException {
        return render(TurbineScene.withRotorRpm(rpmBySecond, 1), seed);
    }

    private byte[] render(TurbineScene scene, long seed) throws IOException {
        Path file = Files.createTempFile("clip-", ".mp4");
        try {
            scene.blades(rotor.blades())
                    .clockwise(rotor.clockwise())
                    .rotor(HUB_X, HUB_Y, RADIUS)
                    .seconds(CLIP_SECONDS)
                    .seed(seed)
                    .renderTo(file);
            return Files.readAllBytes(file);
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
