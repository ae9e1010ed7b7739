package energy.registry.ledger.gateway.command;

import energy.registry.ledger.flow.CertificateQuantity;
import energy.registry.ledger.flow.FlowArguments;
import energy.registry.ledger.gateway.http.Answer;
import energy.registry.ledger.gateway.http.BadRequest;
import energy.registry.ledger.gateway.http.Call;
import energy.registry.ledger.gateway.http.Fields;
import energy.registry.ledger.gateway.http.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Fields that many commands share. */
final class Common {
    /** Ids of accounts and certificates, characters. */
    static final int ID_MAX = 160;

    /** Certificates in one purchase or retirement: a transaction of this many states takes seconds. */
    private static final int ITEMS_MAX = 64;

    /** Subject of an approval, characters. */
    static final int SUBJECT_MAX = 400;

    /** A SubjectPublicKeyInfo. */
    static final int KEY_BYTES_MAX = 1_024;

    private static final int REQUEST_ID_MAX = 64;
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

    private Common() {}

    static String requestId(Fields in) {
        return in.text("requestId", REQUEST_ID_MAX);
    }

    static String requestId(Call call) {
        String given = call.required("requestId");
        if (given.length() > REQUEST_ID_MAX) {
            throw new BadRequest("requestId", given, "give 1 to " + REQUEST_ID_MAX + " characters");
        }
        return given;
    }

    static String id(Fields in, String name) {
        return in.text(name, ID_MAX);
    }

    /** What a command answers that has nothing but its transaction to say. */
    static Answer transaction(String txId) {
        return Answer.ok(Json.MAPPER.createObjectNode().put("txId", txId));
    }

    static void requireOrder(Fields in, String earlier, String later) {
        if (!in.instant(earlier).isBefore(in.instant(later))) {
            throw in.refuse(later, in.instant(later), "give a time after " + earlier);
        }
    }

    /** The time in a field that may be absent: a flow's arguments travel without nulls. */
    static Instant instantOrNone(Fields in, String name) {
        return in.has(name) ? in.instant(name) : FlowArguments.NO_TIME;
    }

    static String currency(Fields in) {
        String given = in.text("currency", 3);
        if (!CURRENCY.matcher(given).matches()) {
            throw in.refuse("currency", given, "give an ISO 4217 code such as EUR");
        }
        return given;
    }

    /** A certificate or a piece of it: by default from its first serial on, by default up to its end. */
    static CertificateQuantity item(Fields in) {
        return new CertificateQuantity(
                id(in, "certificateId"),
                in.wholeOr("quantityWh", 0, 0, Long.MAX_VALUE),
                in.wholeOr("serialFrom", CertificateQuantity.FROM_FIRST, 0, Long.MAX_VALUE));
    }

    static List<CertificateQuantity> items(Fields in) {
        List<CertificateQuantity> items = new ArrayList<>();
        for (Fields item : in.objects("items", ITEMS_MAX)) {
            items.add(item(item));
        }
        if (items.isEmpty()) {
            throw in.refuse("items", "", "name at least one certificate");
        }
        return items;
    }
}
