package energy.registry.vision.solar;

/** What a clip of an array says, and why it says no more; the name is the code in records and verdicts. */
public enum SolarReason {
    FOOTAGE_NOT_TRUSTED("Something speaks against the footage, so nothing is concluded from it."),
    CLIP_TOO_SHORT("The clip is shorter than 6 s: too short to show that the scene lives."),
    SCENE_NOT_SHOWN_ALIVE("Too little moves to show that the picture is not a still one."),
    SUN_BELOW_HORIZON("The sun was below the horizon."),
    SUN_TOO_LOW("The sun stood too low to tell clouds by their colour."),
    CAMERA_NOT_COMMISSIONED("No reference picture and no panels are commissioned for this camera."),
    VIEW_NOT_CONFIRMED("The clip does not show what the reference picture shows."),
    SKY_CLEAR("Hardly a cloud is seen."),
    SKY_PARTLY_CLOUDED("Clouds cover a part of the sky."),
    SKY_OVERCAST("Clouds cover nearly all of the sky."),
    SKY_UNCLEAR("The sky cannot be told."),
    PANELS_CLEAN("The panels look as they did when the camera was commissioned."),
    PANELS_SNOW("Snow lies on the panels."),
    PANELS_SOILED("The panels are soiled."),
    PANELS_SHADED("A part of the panels lies in shade."),
    PANELS_UNCLEAR("How the panels are cannot be told.");

    private final String sentence;

    SolarReason(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
