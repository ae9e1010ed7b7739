package energy.registry.vision.port;

import energy.registry.vision.commission.Proposal;
import energy.registry.vision.footage.ColourFrame;
import java.util.List;

/** Proposes views on a picture; only ever for a person to confirm, never for a measurement. */
public interface ViewProposer {
    /** What is asked for. */
    enum Kind {
        ROTOR,
        PANELS
    }

    /** In pixels of the frame. */
    List<Proposal> propose(ColourFrame frame, Kind kind);

    /** Name and version, or digest. */
    String version();
}
