package energy.registry.web.application.office;

import energy.registry.web.model.Beneficiary;
import energy.registry.web.model.LotItem;
import energy.registry.web.model.PurchaseRequest;
import energy.registry.web.model.RetirementRequest;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A purchase or a retirement as the values of a case, and back. */
final class RequestText {
    private static final String BETWEEN = "~"; // certificate ids hold none

    private RequestText() {}

    static Map<String, String> of(PurchaseRequest request) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("requestId", request.requestId());
        values.put("items", items(request.items()));
        values.put("maxTotalMinor", String.valueOf(request.maxTotalMinor()));
        values.put("currency", request.currency());
        return values;
    }

    static PurchaseRequest purchase(Map<String, String> values) {
        return new PurchaseRequest(
                values.get("requestId"),
                items(values.get("items")),
                Long.parseLong(values.get("maxTotalMinor")),
                values.get("currency"));
    }

    static Map<String, String> of(RetirementRequest request) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("requestId", request.requestId());
        values.put("items", items(request.items()));
        values.put("name", request.beneficiary().name());
        values.put("id", text(request.beneficiary().id()));
        values.put("country", request.beneficiary().country());
        values.put("location", text(request.beneficiary().location()));
        values.put("purpose", request.purpose());
        values.put("mainReason", request.mainReason());
        values.put("periodStart", request.periodStart().toString());
        values.put("periodEnd", request.periodEnd().toString());
        values.put("onBehalfOf", request.onBehalfOf());
        values.put("note", request.note());
        return values;
    }

    static RetirementRequest retirement(Map<String, String> values) {
        return new RetirementRequest(
                values.get("requestId"),
                items(values.get("items")),
                new Beneficiary(
                        values.get("name"),
                        text(values.get("id")),
                        values.get("country"),
                        text(values.get("location"))),
                values.get("purpose"),
                values.get("mainReason"),
                Instant.parse(values.get("periodStart")),
                Instant.parse(values.get("periodEnd")),
                values.get("onBehalfOf"),
                values.get("note"));
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }

    private static String items(List<LotItem> items) {
        return items.stream()
                .map(item -> item.certificateId()
                        + BETWEEN
                        + item.quantityWh()
                        + BETWEEN
                        + (item.serialFrom() == null ? "" : item.serialFrom()))
                .collect(Collectors.joining("\n"));
    }

    private static List<LotItem> items(String text) {
        return Arrays.stream(text.split("\n")).map(RequestText::item).toList();
    }

    private static LotItem item(String line) {
        String[] parts = line.split(BETWEEN, -1);
        return new LotItem(parts[0], Long.parseLong(parts[1]), parts[2].isEmpty() ? null : Long.valueOf(parts[2]));
    }
}
