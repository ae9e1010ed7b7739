package energy.registry.vision.footage;

/** Why nothing was recorded from an address; the name is the code, the sentence is for people. */
public enum StreamRefusal {
    ADDRESS_NOT_COMMISSIONED(
            "The address is not in the list of commissioned cameras; add it there, or use one that is."),
    ADDRESS_LEADS_INSIDE(
            "The camera's name leads to this machine or to no single host; commission it by its numeric address."),
    SCHEME_UNKNOWN("Cameras are read by rtsp, http or https."),
    HOST_UNKNOWN("The camera's name leads nowhere."),
    UNREACHABLE("The camera does not answer, or fell silent."),
    REDIRECTED("The camera sends elsewhere; commission the address it sends to."),
    ANSWER_UNEXPECTED("The camera answers with something that is no stream with times of its own."),
    TOO_LARGE("The stream has more bytes than a clip may have.");

    private final String sentence;

    StreamRefusal(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
