package energy.registry.vision.footage;

/** Why a file is no footage; the name is the code, the sentence is for people. */
public enum FootageRefusal {
    EMPTY("The file has no bytes."),
    TOO_LARGE("The file is larger than a clip may be."),
    NOT_FOOTAGE("The file is no video that can be read."),
    NO_FRAMES("The file holds no picture that can be decoded."),
    PICTURE_TOO_LARGE("The pictures are larger than 4096 pixels a side or 9.4 million in all, or have no size."),
    CLIP_TOO_LONG("The clip is longer than ten minutes; cut out the part that is to be measured."),
    SEQUENCE_UNCLEAR(
            "A folder of pictures needs one kind of picture (png, jpg or bmp) and its rate in frames a second."),
    REGION_OUTSIDE("The region is not inside the picture.");

    private final String sentence;

    FootageRefusal(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
