package energy.registry.web.adapter.page.display;

import energy.registry.web.words.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What each code of the registry is called on a page, what it means, and in which tone it is shown. The words stand in
 * the bundle as {@code code.<CODE>}.
 */
final class Wording {
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
                    "SALE",
                    "HOOK_ON",
                    "CALL_SENT",
                    "LOGIN_OPEN",
                    "CASE_APPROVED",
                    "KEY_APPROVED"),
            "info",
            List.of("OFFERED", "CASE_SUBMITTED", "CASE_OPEN"),
            "hold",
            List.of(
                    "HELD",
                    "SUSPENDED",
                    "INCONCLUSIVE",
                    "PENDING",
                    "PENDING_TRANSFER",
                    "EXPORT_PENDING",
                    "CALL_WAITING",
                    "CASE_REFERRED",
                    "CASE_AWAITING_CONSENT",
                    "CASE_SUSPENDED",
                    "KEY_PENDING",
                    "OUTCOME_HOLD"),
            "bad",
            List.of(
                    "WITHDRAWN",
                    "REFUSED",
                    "REJECTED",
                    "INCONSISTENT",
                    "CALL_GIVEN_UP",
                    "CASE_REJECTED",
                    "KEY_REJECTED",
                    "KEY_REVOKED",
                    "OUTCOME_REJECT")));

    private Wording() {}

    private static Map<String, String> tones(Map<String, List<String>> codesByTone) {
        Map<String, String> tones = new HashMap<>();
        codesByTone.forEach((tone, codes) -> codes.forEach(code -> tones.put(code, tone)));
        return tones;
    }

    static String label(String code, Locale locale) {
        String asked = code == null ? "" : code;
        return Words.find(locale, "code." + asked).orElseGet(() -> sentence(asked));
    }

    static String tone(String code) {
        return TONES.getOrDefault(code == null ? "" : code, "");
    }

    static String meaning(String code, Locale locale) {
        String asked = code == null ? "" : code;
        return Words.find(locale, "code." + asked + ".meaning").orElse("");
    }

    /** A code nobody has named yet still reads as words: CLIP_REUSED becomes "Clip reused". */
    private static String sentence(String code) {
        String words = code.replace('_', ' ').toLowerCase(Locale.ROOT);
        return words.isEmpty() ? "" : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
