package energy.registry.vision.solar;

/** What the panels are like against their clean reference; the name is the code in records. */
public enum PanelState {
    CLEAN("The panels look as they did when the camera was commissioned."),
    SNOW("Snow lies on the panels."),
    SOILED("The panels have lost their colour and their lines under dirt."),
    SHADED("A part of the panels lies in shade."),
    UNCLEAR("The picture does not tell how the panels are.");

    private final String sentence;

    PanelState(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
