package energy.registry.web.adapter.persistence;

/** One plain sentence for each kind of event. */
final class EventSentence {
    private EventSentence() {}

    static String of(String type, Facts facts) {
        return switch (type) {
            case "AccountOpened" -> "The account " + facts.textOr("name", "") + " was opened.";
            case "DeviceRegistered" -> "The device " + facts.part("device").textOr("name", "") + " was registered.";
            case "CertificateChanged" -> changed(facts);
            case "CertificateConsumed" ->
                "The certificate was used up by " + facts.textOr("command", "a command") + ".";
            case "CertificateRetired" ->
                facts.textOr("owner", "") + " retired " + facts.numberOr("quantityWh", 0) + " Wh for "
                        + facts.part("beneficiary").textOr("name", "") + " (statement "
                        + facts.textOr("statementNo", "") + ").";
            case "TradeSettled" ->
                facts.textOr("seller", "") + " sold " + facts.numberOr("quantityWh", 0) + " Wh to "
                        + facts.textOr("buyer", "") + ".";
            case "ProceedsReceived" -> facts.textOr("accountId", "") + " was paid for a sale.";
            case "BalanceChanged" -> "The money of " + facts.textOr("accountId", "") + " changed.";
            default -> type;
        };
    }

    private static String changed(Facts facts) {
        String owner = facts.textOr("owner", "");
        long quantityWh = facts.numberOr("serialTo", 0) - facts.numberOr("serialFrom", 0);
        if (facts.texts("previous").isEmpty()) {
            return "A certificate of " + quantityWh + " Wh was issued to " + owner + ".";
        }
        return facts.has("offer")
                ? owner + " offered " + quantityWh + " Wh for sale."
                : owner + " holds a certificate of " + quantityWh + " Wh.";
    }
}
