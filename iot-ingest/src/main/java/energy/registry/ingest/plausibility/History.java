package energy.registry.ingest.plausibility;

/**
 * What the rules remember of a meter: the last sample, runs under way, and the learned output. It follows from the
 * accepted statements alone, in the order of the meter's chain, so that a replay gives the same to the last bit.
 */
public final class History {
    private static final int VERSION = 2;

    /** As 2, without ceiling and darkness: what was learned under it goes on. */
    private static final int VERSION_BEFORE = 1;

    final SignalRun signal;
    final int stamp;
    OutputModel output;
    WitnessCurve wind;
    OutputCeiling ceiling = OutputCeiling.fresh();
    long lastEnd = Long.MIN_VALUE;
    long lastPowerW;
    int lastSeconds;
    double stuckWh;
    long stuckSince;
    long darkSince = Long.MIN_VALUE;

    private History(int stamp, SignalRun signal, OutputModel output, WitnessCurve wind) {
        this.stamp = stamp;
        this.signal = signal;
        this.output = output;
        this.wind = wind;
    }

    static History fresh(DeviceTerms terms) {
        return new History(terms.stamp(), SignalRun.fresh(), OutputModel.with(terms.prior()), WitnessCurve.empty());
    }

    boolean isFirst() {
        return lastEnd == Long.MIN_VALUE;
    }

    void follow(Sample sample) {
        lastEnd = sample.to();
        lastPowerW = sample.powerW();
        lastSeconds = sample.seconds();
    }

    public byte[] encode() {
        StateOut out = new StateOut().i32(VERSION).i32(stamp);
        out.i64(lastEnd).i64(lastPowerW).i32(lastSeconds).f64(stuckWh).i64(stuckSince);
        signal.write(out);
        output.write(out);
        wind.write(out);
        ceiling.write(out);
        out.i64(darkSince);
        return out.toBytes();
    }

    /** @return null when the bytes are of another version: the history begins anew */
    static History decode(byte[] bytes) {
        StateIn in = new StateIn(bytes);
        int version = in.i32();
        if (version != VERSION && version != VERSION_BEFORE) {
            return null;
        }
        int stamp = in.i32();
        long lastEnd = in.i64();
        long lastPowerW = in.i64();
        int lastSeconds = in.i32();
        double stuckWh = in.f64();
        long stuckSince = in.i64();
        History history = new History(stamp, SignalRun.read(in), OutputModel.read(in), WitnessCurve.read(in));
        if (version == VERSION) {
            history.ceiling = OutputCeiling.read(in);
            history.darkSince = in.i64();
        }
        history.lastEnd = lastEnd;
        history.lastPowerW = lastPowerW;
        history.lastSeconds = lastSeconds;
        history.stuckWh = stuckWh;
        history.stuckSince = stuckSince;
        return history;
    }
}
