package energy.registry.vision.sweep;

import energy.registry.vision.rotor.Nameplate;
import energy.registry.vision.synthetic.TurbineScene;

/**
 * One clip of the sweep and what is expected of it.
 *
 * @param trueRpm mean speed over the clip; 0 when the rotor stands; NaN when no speed would be right
 */
record SweepCase(long seed, Kind kind, String name, TurbineScene scene, Nameplate nameplate, double trueRpm) {
    enum Kind {
        /** Inside the design envelope: answered, and right to a tenth of a percent. */
        ENVELOPE,
        /** Outside of it: right or not answered. */
        BEYOND,
        /** At rest under a living sky: shown to stand. */
        STANDING,
        /** Tampered with: never concluded from. */
        TAMPERED
    }
}
