package energy.registry.web.adapter.page;

import energy.registry.web.adapter.page.display.Display;
import energy.registry.web.adapter.page.view.Told;
import energy.registry.web.model.HistoryEntry;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What happened to a certificate, in the reader's language; {@code event.<name>} in the bundle of words. */
final class EventWords {
    private EventWords() {}

    /** A word or two; the name of the event where the bundle has none. */
    static String title(HistoryEntry entry, Display say) {
        String name = name(entry);
        return say.knownWord("event." + name).orElse(say.say(entry.type()));
    }

    /** One sentence; empty where the bundle has none, and the entry's own, which is English, has to do. */
    static Optional<String> sentence(HistoryEntry entry, Display say) {
        Map<String, Object> data = entry.data();
        String wattHours = energy(number(data, "quantityWh"), say);
        return switch (name(entry)) {
            case "CertificateRetired" ->
                told(entry, say, text(data, "owner"), wattHours, beneficiary(data), text(data, "statementNo"));
            case "TradeSettled" -> told(entry, say, text(data, "seller"), wattHours, text(data, "buyer"));
            case "CertificateWithdrawn" -> told(entry, say, wattHours, text(data, "reason"));
            case "CertificateExpired", "CertificateExported", "StorageCharged" -> told(entry, say, wattHours);
            case "RetirementReversed" -> told(entry, say, text(data, "statementNo"), text(data, "reason"));
            case "Issued" -> told(entry, say, serials(data, say), text(data, "owner"));
            case "Offered", "Holds" -> told(entry, say, text(data, "owner"), serials(data, say));
            case "Handed" -> Optional.of(say.word("event.Holds.text", text(data, "owner"), serials(data, say)));
            case "CertificateConsumed" -> {
                String command = text(data, "command");
                yield told(entry, say, command.isEmpty() ? say.word("event.a-command") : command);
            }
            default -> Optional.empty();
        };
    }

    /** The event in the reader's language; in the ledger's own sentence where the bundle has none. */
    static Told in(HistoryEntry entry, Display say) {
        Optional<String> worded = say.english() == null ? Optional.empty() : sentence(entry, say);
        return worded.map(sentence -> new Told(entry, sentence, null))
                .orElseGet(() -> new Told(entry, say.sentence(entry.sentence()), say.foreign(entry.sentence())));
    }

    private static Optional<String> told(HistoryEntry entry, Display say, Object... parts) {
        return Optional.of(say.word("event." + name(entry) + ".text", parts));
    }

    /** The type; a change of a certificate by what changed. */
    private static String name(HistoryEntry entry) {
        if (!entry.type().equals("CertificateChanged")) {
            return entry.type();
        }
        Map<String, Object> data = entry.data();
        if (!(data.get("previous") instanceof List<?> previous) || previous.isEmpty()) {
            return "Issued";
        }
        if (data.get("transfer") != null) {
            return "Handed";
        }
        return data.get("offer") == null ? "Holds" : "Offered";
    }

    private static String beneficiary(Map<String, Object> data) {
        return data.get("beneficiary") instanceof Map<?, ?> given && given.get("name") != null
                ? given.get("name").toString()
                : "";
    }

    private static String serials(Map<String, Object> data, Display say) {
        return energy(number(data, "serialTo") - number(data, "serialFrom"), say);
    }

    /** English has the figure as the ledger's events have it, without groups of digits. */
    private static String energy(long wattHours, Display say) {
        return say.english() == null ? wattHours + " Wh" : say.exactEnergy(wattHours);
    }

    private static long number(Map<String, Object> data, String name) {
        return data.get(name) instanceof Number number ? number.longValue() : 0;
    }

    private static String text(Map<String, Object> data, String name) {
        return data.get(name) == null ? "" : data.get(name).toString();
    }
}
