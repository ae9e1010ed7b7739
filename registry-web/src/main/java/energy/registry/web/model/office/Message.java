package energy.registry.web.model.office;

import java.time.Instant;

/** News for the people of an organisation. The tone is one of good, info, hold, bad. */
public record Message(long seq, Instant at, String organisation, String tone, String title, String body, String link) {}
