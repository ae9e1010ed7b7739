package energy.registry.vision.solar;

import java.util.List;

/**
 * What a clip of an array shows.
 *
 * @param elevationDegrees height of the sun over the horizon when the clip was taken
 * @param likeness correlation of the view with the reference picture's; 0 without one
 * @param moved whether the camera looks elsewhere than when it was commissioned
 * @param lightWithoutSun whether the picture shows a bright sky after the end of civil twilight
 */
public record SolarView(
        double elevationDegrees,
        double likeness,
        boolean moved,
        boolean lightWithoutSun,
        SkyObservation sky,
        PanelObservation panels,
        List<SolarReason> reasons) {
    public SolarView {
        reasons = List.copyOf(reasons);
    }

    /** Whether a band of power may rest on it: the right view, a known sky, panels that are told. */
    public boolean isTelling() {
        return !moved
                && !lightWithoutSun
                && sky.state() != SkyState.UNCLEAR
                && panels.state() != PanelState.UNCLEAR
                && !reasons.contains(SolarReason.VIEW_NOT_CONFIRMED);
    }
}
