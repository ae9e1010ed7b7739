package energy.registry.vision.commission;

import energy.registry.vision.footage.Outline;
import energy.registry.vision.footage.Place;

/** One thing that was marked on the reference picture, in its pixels. */
public sealed interface View {
    /** @param radius of the rotor as it is seen, pixels */
    record RotorView(Place hub, double radius, int blades) implements View {}

    /** Panels that are looked at. */
    record PanelView(Outline outline) implements View {}

    /** Sky, where the part above the horizon is not to be taken for it. */
    record SkyView(Outline outline) implements View {}
}
