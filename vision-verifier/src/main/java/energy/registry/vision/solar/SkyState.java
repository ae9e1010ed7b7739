package energy.registry.vision.solar;

/** What the sky is like; the name is the code in records. */
public enum SkyState {
    CLEAR("Hardly a cloud is seen."),
    PARTLY_CLOUDED("Clouds cover a part of the sky that is seen."),
    OVERCAST("Clouds cover nearly all of the sky that is seen."),
    UNCLEAR("The picture does not tell clouds from clear sky.");

    private final String sentence;

    SkyState(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
