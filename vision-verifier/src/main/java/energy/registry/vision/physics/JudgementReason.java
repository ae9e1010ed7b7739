package energy.registry.vision.physics;

/** Why metered energy is judged as it is; the name is the code. */
public enum JudgementReason {
    POWER_WITHIN_EXPECTED("The metered power does not exceed what the clips leave possible."),
    POWER_ABOVE_EXPECTED("In two clips or more the metered power exceeds what they leave possible by three standard"
            + " uncertainties."),
    POWER_ABOVE_EXPECTED_IN_ONE_CLIP("One clip alone speaks against the metered power; another has to agree."),
    POWER_DOUBTFUL("The metered power lies above the expected band, though not far enough to contradict it."),
    STOPPED_WHILE_METERING("The rotor stands in every clip while the meter counts more than 2 % of the capacity."),
    POWER_AT_NIGHT(
            "The sun was below the horizon all the time while the meter counts more than 0.5 % of the capacity."),
    NO_TELLING_CLIP("No clip of the interval can be relied on."),
    OWN_LOOKS_SPEAK_AGAINST("What the verifier saw when it looked by itself speaks against the metered power."),
    FOOTAGE_DOES_NOT_FOLLOW_METER("The rotor's speed in the clips does not follow the metered power from minute to"
            + " minute: the footage may be of another time."),
    FOOTAGE_FOLLOWS_METER("The rotor's speed in the clips follows the metered power from minute to minute.");

    private final String sentence;

    JudgementReason(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
