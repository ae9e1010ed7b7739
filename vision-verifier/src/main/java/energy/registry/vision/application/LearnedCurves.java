package energy.registry.vision.application;

import energy.registry.domain.device.CurvePoint;
import energy.registry.domain.device.ProductionDevice;
import energy.registry.domain.device.Rotor;
import energy.registry.domain.encoding.CanonicalWriter;
import energy.registry.domain.encoding.Digest;
import energy.registry.vision.physics.AcceptedPair;
import energy.registry.vision.physics.RotorPowerModel;
import energy.registry.vision.port.CurveStore;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What each machine has been seen to deliver. Version {@code n} is the manufacturer's curve and the first {@code n}
 * accepted intervals, no more; its digest chains them, so that equal digests mean equal models.
 */
public final class LearnedCurves {
    /** Two years of half hours; after that a curve is known. */
    static final int PAIRS_MAX = 35_000;

    private final CurveStore store;
    private final Map<String, State> known = new ConcurrentHashMap<>();

    public LearnedCurves(CurveStore store) {
        this.store = store;
    }

    /** A model at one version. Read at once: it goes on learning. */
    record Curve(RotorPowerModel model, int version, Digest digest) {
        Map<String, Object> asMap() {
            Map<String, Object> out = new LinkedHashMap<>();
            out.put("basis", RotorPowerModel.BASIS);
            out.put("version", version);
            out.put("digest", digest.toString());
            return out;
        }
    }

    private static final class State {
        final RotorPowerModel model;
        int version;
        Digest digest;
        long latest = Long.MIN_VALUE;

        State(ProductionDevice device) {
            model = new RotorPowerModel(device.rotor(), device.capacityW());
            digest = Digest.sha(prior(device));
        }

        void learn(AcceptedPair pair) {
            model.learn(pair);
            version++;
            digest = Digest.sha(new CanonicalWriter("VISION-CURVE-1")
                    .digest(digest)
                    .i64(pair.startEpochSecond())
                    .i64(pair.microRpm())
                    .i64(pair.watts())
                    .toBytes());
            latest = Math.max(latest, pair.startEpochSecond());
        }
    }

    synchronized Curve of(ProductionDevice device) throws IOException {
        State state = state(device);
        return new Curve(state.model, state.version, state.digest);
    }

    /** Learns an interval once; one that comes late, after a younger one, is left out. */
    synchronized void accept(ProductionDevice device, AcceptedPair pair) throws IOException {
        State state = state(device);
        if (pair.startEpochSecond() > state.latest && state.version < PAIRS_MAX) {
            store.append(machine(device), pair);
            state.learn(pair);
        }
    }

    private State state(ProductionDevice device) throws IOException {
        String machine = machine(device);
        State state = known.get(machine);
        if (state == null) {
            state = new State(device);
            for (AcceptedPair pair : store.pairs(machine)) {
                state.learn(pair);
            }
            known.put(machine, state);
        }
        return state;
    }

    private static String machine(ProductionDevice device) {
        return Digest.sha(prior(device)).toString();
    }

    /** What the curve starts from: the device, its capacity and its rotor. */
    private static byte[] prior(ProductionDevice device) {
        Rotor rotor = device.rotor();
        CanonicalWriter out = new CanonicalWriter("VISION-MACHINE-1")
                .text(device.deviceId())
                .i64(device.capacityW())
                .i32(rotor.blades())
                .i64(rotor.minMilliRpm())
                .i64(rotor.maxMilliRpm());
        for (CurvePoint point : rotor.curve()) {
            out.i64(point.milliRpm()).i64(point.minW()).i64(point.maxW());
        }
        return out.toBytes();
    }
}
