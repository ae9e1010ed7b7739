package energy.registry.ingest.adapter.sun;

import energy.registry.ingest.plausibility.Sun;
import java.time.Instant;
import java.time.ZoneOffset;
import net.e175.klaus.solarpositioning.Grena3;

/** Grena, "Five new algorithms for the computation of sun position from 2010 to 2110", Solar Energy 86 (2012): 0.01 degrees. */
public final class GrenaSun implements Sun {
    /** Terrestrial less universal time, s: 69 since 2017, one more or less moves the sun by 4 thousandths of a degree. */
    private static final double DELTA_T = 69;

    private static final double RIGHT_ANGLE = 90;

    @Override
    public double elevationDegrees(long epochSecond, double latitudeDegrees, double longitudeDegrees) {
        return RIGHT_ANGLE
                - Grena3.calculateSolarPosition(
                                Instant.ofEpochSecond(epochSecond).atZone(ZoneOffset.UTC),
                                latitudeDegrees,
                                longitudeDegrees,
                                DELTA_T)
                        .zenithAngle();
    }
}
