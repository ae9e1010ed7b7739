package energy.registry.web.application;

import energy.registry.web.model.Actor;
import energy.registry.web.model.CertificateRow;
import energy.registry.web.model.LotItem;
import energy.registry.web.model.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks of what people typed, shared by the commands. */
public final class Checks {
    /** Bundles in one command: what one ledger transaction takes. */
    static final int ITEMS_MAX = 64;
    /** A name or place on a statement: one line of print. */
    static final int LINE_LENGTH_MAX = 200;

    private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9._:-]{1,64}");
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

    private Checks() {}

    public static Optional<Refusal> requestId(String id) {
        return id != null && REQUEST_ID.matcher(id).matches()
                ? Optional.empty()
                : Optional.of(Refusal.invalid(
                        "requestId", id == null ? "" : id, "Send 1 to 64 letters, digits or . _ : - of your choice."));
    }

    public static Optional<Refusal> currency(String currency) {
        return currency != null && CURRENCY.matcher(currency).matches()
                ? Optional.empty()
                : Optional.of(Refusal.invalid(
                        "currency", currency == null ? "" : currency, "Send three capital letters, for example EUR."));
    }

    static Optional<Refusal> country(String field, String country) {
        return country != null && COUNTRY.matcher(country).matches()
                ? Optional.empty()
                : Optional.of(Refusal.invalid(
                        field, country == null ? "" : country, "Send a two-letter country code, for example DE."));
    }

    static Optional<Refusal> line(String field, String text, boolean mandatory) {
        int length = text == null ? 0 : text.strip().length();
        if ((length == 0 && mandatory) || length > LINE_LENGTH_MAX) {
            String from = mandatory ? "1" : "0";
            return Optional.of(Refusal.invalid(
                    field, text == null ? "" : text, "Write " + from + " to " + LINE_LENGTH_MAX + " characters here."));
        }
        return Optional.empty();
    }

    static Optional<Refusal> items(List<LotItem> items) {
        if (items.isEmpty() || items.size() > ITEMS_MAX) {
            return Optional.of(Refusal.invalid(
                    "items", String.valueOf(items.size()), "Choose 1 to " + ITEMS_MAX + " certificates at a time."));
        }
        Set<String> seen = new HashSet<>();
        for (LotItem item : items) {
            if (item.certificateId() == null || !seen.add(item.certificateId())) {
                return Optional.of(Refusal.invalid(
                        "certificateId", String.valueOf(item.certificateId()), "Name each certificate once."));
            }
            if (item.quantityWh() <= 0) {
                return Optional.of(
                        Refusal.invalid("quantityWh", String.valueOf(item.quantityWh()), "Ask for more than 0 Wh."));
            }
            if (item.serialFrom() != null && item.serialFrom() < 0) {
                return Optional.of(Refusal.invalid(
                        "serialFrom",
                        String.valueOf(item.serialFrom()),
                        "Serials count from 0; leave it out for the first."));
            }
        }
        return Optional.empty();
    }

    /** The refusal when the piece is not within a certificate that the actor's organisation holds. */
    static Optional<Refusal> mine(Actor actor, LotItem item, Optional<CertificateRow> certificate) {
        Optional<CertificateRow> mine = certificate.filter(row -> actor.belongsTo(row.owner()));
        if (mine.isEmpty()) {
            return Optional.of(Refusal.notFound("Certificate " + item.certificateId()));
        }
        CertificateRow row = mine.get();
        long from = item.serialFrom() == null ? row.serialFrom() : item.serialFrom();
        if (from < row.serialFrom() || item.quantityWh() > row.serialTo() - from) {
            return Optional.of(Refusal.invalid(
                    "quantityWh",
                    String.valueOf(item.quantityWh()),
                    "This certificate holds " + row.quantityWh() + " Wh, serials " + row.serialFrom() + " to "
                            + row.serialTo() + "."));
        }
        return Optional.empty();
    }

    /**
     * The request id as the ledger sees it: bound to the organisation and the command, so that nobody can ask for the result of
     * another's request by guessing its id.
     */
    public static String scopedRequestId(Actor actor, String command, String requestId) {
        String text = command + '\n' + actor.organisation() + '\n' + requestId;
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("Every Java platform has SHA-256", absent);
        }
    }

    @SafeVarargs
    static Optional<Refusal> first(Optional<Refusal>... refusals) {
        for (Optional<Refusal> refusal : refusals) {
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        return Optional.empty();
    }
}
