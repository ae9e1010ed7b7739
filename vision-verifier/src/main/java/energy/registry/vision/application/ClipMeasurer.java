package energy.registry.vision.application;

import energy.registry.domain.device.ProductionDevice;
import energy.registry.domain.evidence.ClipCapture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Measures clips of one kind of plant. */
interface ClipMeasurer {
    /** A clip that its camera signed. */
    default Findings measure(Path clip, ClipCapture capture, ProductionDevice device) throws IOException {
        return measure(clip, capture, device, Map.of());
    }

    /** @param taken how the verifier itself took the clip, for the record; empty when its camera signed it */
    Findings measure(Path clip, ClipCapture capture, ProductionDevice device, Map<String, Object> taken)
            throws IOException;

    /** Name and version of the measuring software, as verdicts carry it. */
    String algorithm();

    /** Whether the clip's own time enters the measurement, so that the same bytes at another time are another one. */
    boolean dependsOnTime();
}
