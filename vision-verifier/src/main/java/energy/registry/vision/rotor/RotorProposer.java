package energy.registry.vision.rotor;

import energy.registry.vision.footage.GreyFrame;
import java.util.List;

/** Where a rotor may be, for a person to confirm: blades at rest in a single picture, or what turns in a clip. */
public final class RotorProposer {
    /** Blades that stand out by this many grey levels leave little doubt. */
    private static final double LEVELS_SURE = 40;

    private RotorProposer() {}

    /** @param confidence 0 to 1, to sort by; no probability */
    public record Proposed(double hubX, double hubY, double radius, int blades, double confidence) {}

    /** @param blades how many the device has */
    public static List<Proposed> inPicture(GreyFrame picture, int blades) {
        SpokePicture spokes = SpokePicture.meanOf(List.of(picture));
        return new SpokeSearch(spokes, Math.max(2, blades))
                .find().stream()
                        .map(found -> new Proposed(
                                found.hubX(),
                                found.hubY(),
                                found.radius(),
                                found.blades(),
                                Math.min(1, found.levels() / LEVELS_SURE)))
                        .toList();
    }

    public static List<Proposed> inClip(List<GreyFrame> frames) {
        if (frames.size() < RotorSpeedMeter.FRAMES_MIN) {
            return List.of();
        }
        return new RotorSpeedMeter(Nameplate.unknown())
                        .measure(frames)
                        .map(track -> new Proposed(
                                track.hubX(),
                                track.hubY(),
                                track.radius(),
                                track.blades(),
                                Math.max(0, Math.min(1, track.coherence()))))
                        .stream()
                        .toList();
    }
}
