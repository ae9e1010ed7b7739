package energy.registry.vision.solar;

/**
 * The sky as a clip shows it.
 *
 * @param cloudFraction part of the visible sky that is cloud, mean over the clip; 0 when unclear
 * @param standardUncertainty of that part (k = 1)
 * @param meanLevel brightness of the sky, 0 to 255
 * @param blueness mean of (B - R) / (B + R) over the sky
 */
public record SkyObservation(
        SkyState state, double cloudFraction, double standardUncertainty, double meanLevel, double blueness) {}
