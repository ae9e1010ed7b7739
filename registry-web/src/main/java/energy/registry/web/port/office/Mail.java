package energy.registry.web.port.office;

import energy.registry.web.model.Outcome;

/** Sends e-mail. */
public interface Mail {
    /** False where no server is set: then nothing is written for it either. */
    boolean available();

    Outcome<String> send(String to, String subject, String text);
}
