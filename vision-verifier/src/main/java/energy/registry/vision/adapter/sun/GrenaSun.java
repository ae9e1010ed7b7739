package energy.registry.vision.adapter.sun;

import energy.registry.vision.port.Sun;
import java.time.Instant;
import java.time.ZoneOffset;
import net.e175.klaus.solarpositioning.Grena3;

/** Grena, "Five new algorithms for the computation of sun position from 2010 to 2110", Solar Energy 86 (2012): 0.01 degrees. */
public final class GrenaSun implements Sun {
    /** Terrestrial less universal time, s; one more or less moves the sun by 4 thousandths of a degree. */
    private static final double DELTA_T = 69;

    private static final double RIGHT_ANGLE = 90;

    @Override
    public double elevationDegrees(long epochSecond, double latitudeDegrees, double longitudeDegrees) {
        var moment = Instant.ofEpochSecond(epochSecond).atZone(ZoneOffset.UTC);
        return RIGHT_ANGLE
                - Grena3.calculateSolarPosition(moment, latitudeDegrees, longitudeDegrees, DELTA_T)
                        .zenithAngle();
    }
}
