package energy.registry.vision.guard;

/** What can speak against footage; the name is the code in records and verdicts. */
public enum IntegrityFlag {
    DARK("The picture is too dark or too flat to show anything."),
    COVERED("Something lies before a part of the picture."),
    DEFOCUSED("No edge in the picture is sharp."),
    FROZEN("The same picture is repeated."),
    STILL_PICTURE("Only noise changes from one second to the next."),
    LOOPED("A stretch of the clip returns exactly."),
    SCENE_CUT("The scene changes from one frame to the next."),
    CAMERA_MOVED("The camera looks elsewhere than at the start of the clip."),
    REPEATED_FRAMES("Frames are repeated in a pattern: the clip was slowed, or its rate was converted."),
    TIMES_IRREGULAR("The time stamps leap or run backwards: frames were taken out or put in."),
    LIGHT_WITHOUT_SUN("The sky is bright while the sun is far below the horizon: the footage is of another time."),
    FILE_DAMAGED("Parts of the file are missing or cannot be decoded."),
    CLIP_REUSED("This footage, or these very bytes, were shown before, for another camera or another interval.");

    private final String sentence;

    IntegrityFlag(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
