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
            case "CertificateWithdrawn" ->
                energy(facts) + " were withdrawn by the issuing body: " + facts.textOr("reason", "");
            case "CertificateExpired" -> energy(facts) + " expired unused.";
            case "CertificateExported" -> energy(facts) + " left for another registry.";
            case "StorageCharged" -> energy(facts) + " charged a storage unit.";
            case "StorageDischarged" ->
                "The storage unit " + facts.textOr("deviceId", "") + " gave back " + energy(facts) + "; "
                        + facts.numberOr("lostWh", 0) + " Wh were lost.";
            case "RetirementReversed" ->
                "The retirement " + facts.textOr("statementNo", "") + " was reversed: " + facts.textOr("reason", "");
            case "TransferProposed" ->
                facts.textOr("sender", "") + " proposed to hand over " + energy(facts) + " to "
                        + facts.textOr("receiver", "") + ".";
            case "TransferEnded" ->
                "The transfer ended: "
                        + facts.textOr("outcome", "").toLowerCase(java.util.Locale.ROOT) + ". "
                        + facts.textOr("reason", "");
            case "DebtRaised" ->
                facts.numberOr("debtWh", 0) + " Wh were booked as a debt of meter " + facts.textOr("meterId", "") + ".";
            case "DeviceChanged" ->
                "The device's record changed ("
                        + facts.textOr("change", "")
                                .toLowerCase(java.util.Locale.ROOT)
                                .replace('_', ' ')
                        + "): " + facts.textOr("reason", "");
            case "BalanceChanged" -> "The money of " + facts.textOr("accountId", "") + " changed.";
            default -> type;
        };
    }

    private static String energy(Facts facts) {
        return facts.numberOr("quantityWh", 0) + " Wh";
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
