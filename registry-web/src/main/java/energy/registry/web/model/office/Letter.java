package energy.registry.web.model.office;

import java.time.Instant;

/** Something that has to leave the house. {@code target} is an e-mail address, or the id of a webhook. */
public record Letter(
        long id,
        Channel channel,
        String target,
        String subject,
        String body,
        State state,
        int tries,
        Instant nextAt,
        String lastError,
        Instant createdAt) {
    /** By which way it leaves. */
    public enum Channel {
        MAIL,
        WEBHOOK
    }

    /** How far it has come. */
    public enum State {
        WAITING,
        SENT,
        /** All tries are used up. */
        GIVEN_UP
    }

    public static Letter of(Channel channel, String target, String subject, String body, Instant at) {
        return new Letter(0, channel, target, subject, body, State.WAITING, 0, at, "", at);
    }
}
