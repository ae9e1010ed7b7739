package energy.registry.ops.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Settlement money, rebuilt transaction by transaction: what the agent booked in and out is what stands on balances and in
 * proceeds that no act has joined yet; a sale moves money and makes none.
 */
final class MoneyBooks {
    private final Map<String, Long> balances = new HashMap<>();
    private final Map<String, Proceeds> proceeds = new HashMap<>();
    private final Map<String, Long> bookedMinor = new TreeMap<>();
    private final List<String> imbalances = new ArrayList<>();

    private record Proceeds(String purse, String currency, long amountMinor) {}

    void post(Transaction transaction) throws UnreadableEvent {
        Map<String, Long> moved = new TreeMap<>();
        for (LedgerEvent event : transaction.money()) {
            String currency = event.text("currency");
            if (event.type().equals("ProceedsReceived")) {
                earned(event, currency);
                moved.merge(currency, event.whole("amountMinor"), Long::sum);
            } else {
                balance(event, currency);
                boolean settled = List.of("DEPOSIT", "WITHDRAWAL").contains(event.text("cause"));
                (settled ? bookedMinor : moved).merge(currency, event.whole("delta"), Long::sum);
            }
        }
        moved.forEach((currency, sum) -> {
            if (sum != 0) {
                imbalances.add("transaction " + transaction.txId() + " makes " + sum + " minor units of " + currency);
            }
        });
    }

    private static String purse(LedgerEvent event, String currency) throws UnreadableEvent {
        return event.text("accountId") + " in " + currency;
    }

    private void earned(LedgerEvent event, String currency) throws UnreadableEvent {
        Proceeds made = new Proceeds(purse(event, currency), currency, event.whole("amountMinor"));
        if (proceeds.putIfAbsent(event.text("proceedsId"), made) != null) {
            imbalances.add("proceeds " + event.text("proceedsId") + " are there twice");
        }
    }

    private void balance(LedgerEvent event, String currency) throws UnreadableEvent {
        String purse = purse(event, currency);
        long expected = balances.getOrDefault(purse, 0L) + event.whole("delta");
        for (JsonNode joined : event.data().path("joined")) {
            Proceeds taken = proceeds.remove(joined.asText());
            if (taken == null || !taken.purse().equals(purse)) {
                imbalances.add(
                        "transaction " + event.txId() + " joins " + joined.asText() + ", which is not of " + purse);
            } else {
                expected += taken.amountMinor();
            }
        }
        long stands = event.whole("amountMinor");
        if (stands != expected || stands < 0) {
            imbalances.add("transaction " + event.txId() + " leaves " + stands + " minor units to " + purse
                    + ", expected " + expected);
        }
        balances.put(purse, stands);
    }

    /** Compares, currency by currency, what was booked with what stands on all accounts. */
    void close() {
        Map<String, Long> standing = new TreeMap<>();
        balances.forEach((purse, sum) -> standing.merge(purse.substring(purse.lastIndexOf(' ') + 1), sum, Long::sum));
        proceeds.values().forEach(each -> standing.merge(each.currency(), each.amountMinor(), Long::sum));
        standing.forEach((currency, sum) -> {
            long booked = bookedMinor.getOrDefault(currency, 0L);
            if (sum != booked) {
                imbalances.add(currency + ": booked " + booked + " minor units, on accounts " + sum);
            }
        });
    }

    /** What the agent booked in less what he booked out, by currency, minor units. */
    Map<String, Long> bookedMinor() {
        return bookedMinor;
    }

    List<String> imbalances() {
        return imbalances;
    }
}
