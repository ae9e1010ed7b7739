package energy.registry.web.adapter.page.display;

import energy.registry.web.words.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What each code of the registry is called on a page, what it means, and in which tone it is shown. The words stand in
 * the bundle as {@code code.<CODE>}, those of the offices in English beside their tones.
 */
final class Wording {
    /** What an office's code is called, in English. */
    record Label(String label, String tone, String meaning) {}

    private static final Map<String, String> TONES = tones(Map.of(
            "good",
            List.of(
                    "ACTIVE",
                    "ISSUED",
                    "READY",
                    "LIVE",
                    "APPROVED",
                    "REGISTERED",
                    "CONSISTENT",
                    "RUNNING",
                    "ACCEPTED",
                    "DEPOSIT",
                    "SALE"),
            "info",
            List.of("OFFERED"),
            "hold",
            List.of("HELD", "SUSPENDED", "INCONCLUSIVE", "PENDING", "PENDING_TRANSFER", "EXPORT_PENDING"),
            "bad",
            List.of("WITHDRAWN", "REFUSED", "REJECTED", "INCONSISTENT")));

    private Wording() {}

    private static Map<String, String> tones(Map<String, List<String>> codesByTone) {
        Map<String, String> tones = new HashMap<>();
        codesByTone.forEach((tone, codes) -> codes.forEach(code -> tones.put(code, tone)));
        return tones;
    }

    static String label(String code, Locale locale) {
        String asked = code == null ? "" : code;
        return Words.find(locale, "code." + asked)
                .orElseGet(() -> OfficeWording.find(asked).map(Label::label).orElse(sentence(asked)));
    }

    static String tone(String code) {
        String asked = code == null ? "" : code;
        return TONES.getOrDefault(
                asked, OfficeWording.find(asked).map(Label::tone).orElse(""));
    }

    static String meaning(String code, Locale locale) {
        String asked = code == null ? "" : code;
        return Words.find(locale, "code." + asked + ".meaning")
                .orElseGet(() -> OfficeWording.find(asked).map(Label::meaning).orElse(""));
    }

    /** A code nobody has named yet still reads as words: CLIP_REUSED becomes "Clip reused". */
    private static String sentence(String code) {
        String words = code.replace('_', ' ').toLowerCase(Locale.ROOT);
        return words.isEmpty() ? "" : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
