package energy.registry.vision.port;

import energy.registry.vision.physics.AcceptedPair;
import java.io.IOException;
import java.util.List;

/** The accepted pairs of speed and power of each machine, in the order of their acceptance; only ever added to. */
public interface CurveStore {
    /** @param machine names the device and its rotor: another rotor begins anew */
    List<AcceptedPair> pairs(String machine) throws IOException;

    /** Durable when it returns. */
    void append(String machine, AcceptedPair pair) throws IOException;
}
