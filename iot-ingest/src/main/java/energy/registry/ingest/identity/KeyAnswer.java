package energy.registry.ingest.identity;

import energy.registry.domain.identity.SigningKey;

/** Whether a key may sign for a meter at a time. */
public sealed interface KeyAnswer {
    /** It may, if the signature is right. */
    record Holds(SigningKey key) implements KeyAnswer {}

    /** Nobody enrolled it for this device. @param text one sentence for people */
    record Unknown(String text) implements KeyAnswer {}

    /** It is enrolled, for another time. @param text one sentence for people */
    record NotThen(String text) implements KeyAnswer {}
}
