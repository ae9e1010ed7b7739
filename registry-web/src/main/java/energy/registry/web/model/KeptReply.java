package energy.registry.web.model;

/** What is known of a request by its key. Status, media type and body are those of the answer where there is one. */
public record KeptReply(State state, int status, String mediaType, byte[] body) {
    /** Largest body that is kept: a statement of the longest purchase, many times over. */
    public static final int BODY_BYTES_MAX = 256 * 1024;

    /** How far the request has come. */
    public enum State {
        /** Nobody has used the key: the request is to be carried out. */
        FRESH,
        /** The same request is under way. */
        UNDER_WAY,
        /** The key belongs to another request. */
        OF_ANOTHER_REQUEST,
        /** It was carried out. */
        ANSWERED
    }

    public static KeptReply of(State state) {
        return new KeptReply(state, 0, "", new byte[0]);
    }

    public static KeptReply answered(int status, String mediaType, byte[] body) {
        return new KeptReply(State.ANSWERED, status, mediaType, body);
    }
}
