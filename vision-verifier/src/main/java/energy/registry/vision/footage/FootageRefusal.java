package energy.registry.vision.footage;

/** Why a file is no footage; the name is the code, the sentence is for people. */
public enum FootageRefusal {
    EMPTY("The file has no bytes."),
    TOO_LARGE("The file is larger than a clip may be."),
    NOT_FOOTAGE("The file is no video that can be read."),
    NO_FRAMES("The file holds no picture that can be decoded."),
    PICTURE_TOO_LARGE("The pictures are larger than 8192 x 8192 pixels, or have no size."),
    REGION_OUTSIDE("The region is not inside the picture.");

    private final String sentence;

    FootageRefusal(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
