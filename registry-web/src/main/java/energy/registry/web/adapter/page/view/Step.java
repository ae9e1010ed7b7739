package energy.registry.web.adapter.page.view;

import java.time.Instant;
import java.util.List;

/**
 * One station in a certificate's life. Tone is one of good, hold, bad, end; time and transaction may be missing
 * (null, empty).
 *
 * @param language the language of the text where it is not that of the page, else null
 */
public record Step(
        String tone,
        String title,
        Instant at,
        String text,
        String txId,
        List<String> signers,
        List<Fact> facts,
        String link,
        String linkText,
        String picture,
        String language) {
    /** Without a picture, and in the language of the page. */
    public Step(
            String tone,
            String title,
            Instant at,
            String text,
            String txId,
            List<String> signers,
            List<Fact> facts,
            String link,
            String linkText) {
        this(tone, title, at, text, txId, signers, facts, link, linkText, "", null);
    }
}
