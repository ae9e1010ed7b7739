package energy.registry.vision.application;

import energy.registry.domain.device.ProductionDevice;
import energy.registry.domain.evidence.ClipCapture;
import java.io.IOException;
import java.nio.file.Path;

/** Measures clips of one kind of plant. */
interface ClipMeasurer {
    Findings measure(Path clip, ClipCapture capture, ProductionDevice device) throws IOException;

    /** Name and version of the measuring software, as verdicts carry it. */
    String algorithm();

    /** Whether the clip's own time enters the measurement, so that the same bytes at another time are another one. */
    boolean dependsOnTime();
}
