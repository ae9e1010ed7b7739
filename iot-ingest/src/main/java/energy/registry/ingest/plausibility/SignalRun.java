package energy.registry.ingest.plausibility;

/** How long a signal has stood still, and how long it has followed a straight line. */
final class SignalRun {
    /** Change of slope that rounding to whole watts explains. */
    static final long ROUNDING_W = 2;

    private long last;
    private long lastAt;
    private long lastSeconds;
    private long slope;
    private int flat;
    private long flatSince;
    private int straight;
    private long straightSince;

    private SignalRun() {}

    static SignalRun fresh() {
        return new SignalRun();
    }

    /** Takes the next value; a gap or another spacing ends both runs. */
    void take(long value, long at, long seconds) {
        boolean regular = flat > 0 && at - seconds == lastAt && seconds == lastSeconds;
        long rise = value - last;
        if (regular && value == last) {
            flat++;
        } else {
            flat = 1;
            flatSince = at - seconds;
        }
        if (regular && straight >= 2 && Math.abs(rise - slope) <= ROUNDING_W) {
            straight++;
        } else {
            straight = regular ? 2 : 1;
            straightSince = lastAt;
        }
        slope = rise;
        last = value;
        lastAt = at;
        lastSeconds = seconds;
    }

    /** Equal values in a row, and since when. */
    int flat() {
        return flat;
    }

    long flatSince() {
        return flatSince;
    }

    /** Values on one line, the ends included, and the time of the first end. */
    int straight() {
        return straight;
    }

    long straightSince() {
        return straightSince;
    }

    void write(StateOut out) {
        out.i64(last).i64(lastAt).i64(lastSeconds).i64(slope);
        out.i32(flat).i64(flatSince).i32(straight).i64(straightSince);
    }

    static SignalRun read(StateIn in) {
        SignalRun run = new SignalRun();
        run.last = in.i64();
        run.lastAt = in.i64();
        run.lastSeconds = in.i64();
        run.slope = in.i64();
        run.flat = in.i32();
        run.flatSince = in.i64();
        run.straight = in.i32();
        run.straightSince = in.i64();
        return run;
    }
}
