package energy.registry.vision.rotor;

/** Why a rotor's state is what it is said to be; the name is the code in records. */
public enum RotorReason {
    ROTOR_MEASURED("A rotor was found and its turning followed frame by frame."),
    ROTOR_SHOWN_STANDING("A standing rotor was found and did not turn."),
    ROTOR_IDLING("The rotor turns more slowly than it feeds."),
    BLADES_FEATHERED("The blades show their edge: they are turned out of the wind."),
    SCENE_NOT_SHOWN_ALIVE(
            "Nothing beside the rotor moves enough to show that the picture is neither a still one nor a loop."),
    NO_ROTOR_FOUND("Nothing in the clip turns like a rotor."),
    TOO_FEW_FRAMES("The clip has too few frames to measure."),
    TOO_FEW_PASSES("Fewer blade passes than a speed can be told from."),
    PHASES_INCOHERENT("The phases around the hub do not agree with a rotor's."),
    BLADE_COUNT_AMBIGUOUS("Another number of blades explains the phases nearly as well."),
    BLADE_COUNT_DIFFERS("The number of blades is not that of the nameplate."),
    ROTOR_PARTLY_HIDDEN("Only a part of the rotor's disc is seen turning."),
    TURNING_UNSTEADY("The rotor's angle does not follow a steady turning closely enough."),
    PHASE_SLIPS("The rotor's angle jumps between frames."),
    METHODS_DISAGREE("Spectrum and tracking give different speeds."),
    FRAME_RATE_TOO_LOW("The blades pass too fast for the clip's frame rate."),
    ALIAS_POSSIBLE("The frame rate does not tell this speed from another that the nameplate permits."),
    SPEED_OUTSIDE_NAMEPLATE("The speed is not within the nameplate's range."),
    SENSE_DIFFERS("The sense of rotation is not that of the nameplate."),
    ROTOR_TOO_SMALL("The rotor is too small in the picture."),
    SEVERAL_ROTORS("Several rotors turn in the picture and no region tells which one is meant."),
    FOOTAGE_NOT_TRUSTED("Something speaks against the footage, so nothing is concluded from it.");

    private final String sentence;

    RotorReason(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
