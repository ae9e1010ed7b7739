package energy.registry.web.model;

import java.util.List;

/**
 * How one person wants to see the registry.
 *
 * @param language en or de; empty for what the browser asks for
 * @param zone IANA name of the zone that times are shown in; data stay UTC
 * @param mail which news come as e-mail
 */
public record PersonalSettings(String language, String zone, Mail mail) {
    public static final PersonalSettings DEFAULT = new PersonalSettings("", "UTC", Mail.ALL);
    public static final List<String> LANGUAGES = List.of("", "en", "de");

    /** Which news come as e-mail; all of them stand on the page. */
    public enum Mail {
        ALL,
        /** What waits for somebody, or went wrong. */
        IMPORTANT,
        NONE;

        /** Whether news of this tone are sent. */
        public boolean sends(String tone) {
            return this == ALL || this == IMPORTANT && (tone.equals("hold") || tone.equals("bad"));
        }
    }
}
