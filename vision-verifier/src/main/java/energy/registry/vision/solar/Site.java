package energy.registry.vision.solar;

import energy.registry.vision.footage.ColourFrame;
import energy.registry.vision.footage.Outline;
import java.util.List;

/**
 * What was commissioned: the clean picture at working size, with panels, and sky where it was marked, in its pixels.
 *
 * @param sky may be empty; then the sky is what lies above the horizon over the panels
 */
public record Site(ColourFrame reference, List<Outline> panels, List<Outline> sky) {
    public Site {
        panels = List.copyOf(panels);
        sky = List.copyOf(sky);
    }
}
