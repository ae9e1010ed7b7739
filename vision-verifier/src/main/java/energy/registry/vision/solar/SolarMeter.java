package energy.registry.vision.solar;

import energy.registry.vision.footage.Clip;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads sky and panels from a clip's key frames. */
public final class SolarMeter {
    /** The sun's disc, with refraction, is gone. */
    public static final double NIGHT_DEGREES = -1;

    /** End of civil twilight: after it no sky is bright. */
    static final double TWILIGHT_DEGREES = -6;

    static final double DAYLIGHT_LEVEL = 100;

    private SolarMeter() {}

    /** The limits by name, as they stand in records. */
    public static Map<String, Double> limits() {
        return Map.ofEntries(
                Map.entry("cloudBluenessMax", SkyMeter.CLOUD_BLUENESS_MAX),
                Map.entry("cloudBluenessMin", SkyMeter.CLOUD_BLUENESS_MIN),
                Map.entry("skyGroupsApartMin", SkyMeter.GROUPS_APART_MIN),
                Map.entry("skyClearMax", SkyMeter.CLEAR_MAX),
                Map.entry("skyOvercastMin", SkyMeter.OVERCAST_MIN),
                Map.entry("sunElevationDegreesMin", SkyMeter.ELEVATION_DEGREES_MIN),
                Map.entry("nightDegrees", NIGHT_DEGREES),
                Map.entry("snowSaturationMax", PanelMeter.SNOW_SATURATION_MAX),
                Map.entry("snowLevelMin", PanelMeter.SNOW_LEVEL_MIN),
                Map.entry("shadePart", PanelMeter.SHADE_PART),
                Map.entry("soilShiftMin", PanelMeter.SOIL_SHIFT_MIN),
                Map.entry("coveredMin", PanelMeter.COVERED_MIN),
                Map.entry("cleanLikenessMin", PanelMeter.CLEAN_LIKENESS_MIN),
                Map.entry("sameViewMin", SameView.CORRELATION_MIN),
                Map.entry("daylightLevel", DAYLIGHT_LEVEL));
    }

    /** @param elevationDegrees height of the sun over the horizon when the clip was taken */
    public static SolarView measure(Clip clip, Optional<Site> site, double elevationDegrees) {
        List<ColourPicture> pictures =
                clip.keyFrames().stream().map(ColourPicture::of).toList();
        ColourPicture mean = ColourPicture.mean(pictures);
        List<SolarReason> reasons = new ArrayList<>();
        Optional<ColourPicture> reference = site.map(s -> ColourPicture.of(s.reference()))
                .filter(picture -> picture.width == mean.width && picture.height == mean.height);
        boolean[] sky = reference.isPresent()
                ? SkyRegion.of(reference.get(), site.get().sky(), site.get().panels())
                : SkyRegion.of(mean, List.of(), List.of());
        SkyObservation seen = SkyMeter.measure(pictures, sky, elevationDegrees);
        boolean[] area = new boolean[sky.length];
        reference.ifPresent(picture -> SkyRegion.fill(area, picture, site.get().panels()));
        Optional<SameView.Match> match = reference.map(picture -> SameView.match(picture, mean, sky, area));
        boolean confirmed = match.isPresent() && match.get().isConfirmed();
        PanelObservation panels =
                confirmed ? new PanelMeter(reference.get(), area, sky).measure(mean) : PanelObservation.NONE;
        sun(elevationDegrees, reasons);
        if (!confirmed) {
            reasons.add(site.isEmpty() ? SolarReason.CAMERA_NOT_COMMISSIONED : SolarReason.VIEW_NOT_CONFIRMED);
        }
        reasons.add(reason(seen.state()));
        reasons.add(reason(panels.state()));
        return new SolarView(
                elevationDegrees,
                match.map(SameView.Match::correlation).orElse(0.0),
                match.map(SameView.Match::isMoved).orElse(false),
                elevationDegrees < TWILIGHT_DEGREES && seen.meanLevel() > DAYLIGHT_LEVEL,
                seen,
                panels,
                reasons);
    }

    private static void sun(double elevationDegrees, List<SolarReason> reasons) {
        if (elevationDegrees < NIGHT_DEGREES) {
            reasons.add(SolarReason.SUN_BELOW_HORIZON);
        } else if (elevationDegrees < SkyMeter.ELEVATION_DEGREES_MIN) {
            reasons.add(SolarReason.SUN_TOO_LOW);
        }
    }

    private static SolarReason reason(SkyState state) {
        return switch (state) {
            case CLEAR -> SolarReason.SKY_CLEAR;
            case PARTLY_CLOUDED -> SolarReason.SKY_PARTLY_CLOUDED;
            case OVERCAST -> SolarReason.SKY_OVERCAST;
            case UNCLEAR -> SolarReason.SKY_UNCLEAR;
        };
    }

    private static SolarReason reason(PanelState state) {
        return switch (state) {
            case CLEAN -> SolarReason.PANELS_CLEAN;
            case SNOW -> SolarReason.PANELS_SNOW;
            case SOILED -> SolarReason.PANELS_SOILED;
            case SHADED -> SolarReason.PANELS_SHADED;
            case UNCLEAR -> SolarReason.PANELS_UNCLEAR;
        };
    }
}
