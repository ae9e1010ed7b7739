package energy.registry.ops.twin;

/**
 * The weather of a site, the same for the same seed and time: wind with a Weibull distribution and a daily pattern,
 * gusts, and cloud cover.
 */
final class Weather {
    /** A good inland site: mean 8.4 m/s at the hub. */
    private static final double WEIBULL_SCALE = 9.5;

    private static final double WEIBULL_SHAPE = 2.2;
    private static final double DAILY_AMPLITUDE = 0.10;
    private static final double WINDIEST_HOUR = 14;
    private static final double HOURS_PER_DAY = 24;
    private static final double SECONDS_PER_HOUR = 3_600;

    /** Fronts pass in half a day, gusts in tens of seconds. */
    private static final long WIND_CORRELATION_SECONDS = 12 * 3_600;

    private static final long CLOUD_CORRELATION_SECONDS = 2 * 3_600;
    private static final long GUST_CORRELATION_SECONDS = 20;
    private static final double GUST_PART = 0.06;
    private static final long CLOUD_STEP_SECONDS = 60;
    private static final long SLOW_STEP_SECONDS = 300;

    private final OrnsteinUhlenbeck front;
    private final OrnsteinUhlenbeck gusts;
    private final OrnsteinUhlenbeck clouds;

    /**
     * @param region seed of what neighbours share: fronts and clouds
     * @param site seed of what they do not: gusts
     */
    Weather(long region, long site) {
        this.front = new OrnsteinUhlenbeck(region, SLOW_STEP_SECONDS, WIND_CORRELATION_SECONDS);
        this.clouds = new OrnsteinUhlenbeck(region + 1, CLOUD_STEP_SECONDS, CLOUD_CORRELATION_SECONDS);
        this.gusts = new OrnsteinUhlenbeck(site, 1, GUST_CORRELATION_SECONDS);
    }

    /** Wind at the hub in every second from {@code epochSecond}, m/s. */
    double[] wind(long epochSecond, int seconds) {
        double[] calm = slow(front, epochSecond, seconds);
        double[] gust = gusts.series(epochSecond, seconds);
        double[] wind = new double[seconds];
        for (int i = 0; i < seconds; i++) {
            double steady = weibull(calm[i]) * daily(epochSecond + i);
            wind[i] = Math.max(0, steady * (1 + GUST_PART * gust[i]));
        }
        return wind;
    }

    /** Covered part of the sky in every minute from {@code epochSecond}, 0 .. 1. */
    double[] cloudCover(long epochSecond, int minutes) {
        double[] cover = clouds.series(epochSecond, minutes);
        for (int i = 0; i < minutes; i++) {
            cover[i] = normal(cover[i]);
        }
        return cover;
    }

    /** Values of a slow process, linear between its steps. */
    private static double[] slow(OrnsteinUhlenbeck process, long epochSecond, int seconds) {
        double[] points = process.series(epochSecond, (int) (seconds / SLOW_STEP_SECONDS) + 3);
        long offset = Math.floorMod(epochSecond, SLOW_STEP_SECONDS);
        double[] values = new double[seconds];
        for (int i = 0; i < seconds; i++) {
            double place = (offset + i) / (double) SLOW_STEP_SECONDS;
            int before = (int) place;
            values[i] = points[before] + (points[before + 1] - points[before]) * (place - before);
        }
        return values;
    }

    private static double weibull(double gaussian) {
        double rarer = Math.max(1e-9, 1 - normal(gaussian));
        return WEIBULL_SCALE * Math.pow(-Math.log(rarer), 1 / WEIBULL_SHAPE);
    }

    private static double daily(long epochSecond) {
        double hour = Math.floorMod(epochSecond, (long) (HOURS_PER_DAY * SECONDS_PER_HOUR)) / SECONDS_PER_HOUR;
        return 1 + DAILY_AMPLITUDE * Math.cos(2 * Math.PI * (hour - WINDIEST_HOUR) / HOURS_PER_DAY);
    }

    /** Distribution function of the normal distribution, by the logistic form of Tocher: within 0.02, smooth, monotone. */
    private static double normal(double x) {
        return 1 / (1 + Math.exp(-Math.sqrt(8 / Math.PI) * x));
    }
}
