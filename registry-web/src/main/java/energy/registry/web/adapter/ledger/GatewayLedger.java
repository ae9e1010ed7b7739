package energy.registry.web.adapter.ledger;

import static energy.registry.web.adapter.http.ServiceDoor.encoded;

import com.fasterxml.jackson.databind.JsonNode;
import energy.registry.web.adapter.http.ServiceDoor;
import energy.registry.web.model.Beneficiary;
import energy.registry.web.model.LotItem;
import energy.registry.web.model.OfferPlaced;
import energy.registry.web.model.OfferRequest;
import energy.registry.web.model.Outcome;
import energy.registry.web.model.PurchaseDone;
import energy.registry.web.model.PurchaseRequest;
import energy.registry.web.model.RetirementDone;
import energy.registry.web.model.RetirementRequest;
import energy.registry.web.model.TransferDone;
import energy.registry.web.model.TransferEnd;
import energy.registry.web.model.TransferRequest;
import energy.registry.web.port.Ledger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Commands and proofs through the gateway. */
public final class GatewayLedger implements Ledger {
    private final ServiceDoor door;

    public GatewayLedger(ServiceDoor door) {
        this.door = door;
    }

    @Override
    public Outcome<OfferPlaced> offer(String account, String user, OfferRequest request) {
        Map<String, Object> body = command(request.requestId(), account, user);
        body.put("certificateId", request.certificateId());
        if (request.quantityWh() > 0) {
            body.put("quantityWh", request.quantityWh());
        }
        body.put("priceMinorPerMwh", request.priceMinorPerMwh());
        body.put("currency", request.currency());
        body.put("minLotWh", request.minLotWh());
        body.put("validUntil", request.validUntil().toString());
        return door.post("/v1/offers", body).map(GatewayLedger::placed);
    }

    @Override
    public Outcome<OfferPlaced> cancelOffer(String account, String user, String requestId, String certificateId) {
        String path = "/v1/offers/" + encoded(certificateId) + "?requestId=" + encoded(requestId) + "&accountId="
                + encoded(account) + "&actor=" + encoded(user);
        return door.delete(path).map(GatewayLedger::placed);
    }

    @Override
    public Outcome<PurchaseDone> buy(String account, String user, PurchaseRequest request) {
        Map<String, Object> body = command(request.requestId(), account, user);
        body.put("items", items(request.items()));
        body.put("maxTotalMinor", request.maxTotalMinor());
        body.put("currency", request.currency());
        return door.post("/v1/purchases", body).map(answer -> bought(answer, request.currency()));
    }

    @Override
    public Outcome<RetirementDone> retire(String account, String user, RetirementRequest request) {
        Map<String, Object> body = command(request.requestId(), account, user);
        body.put("items", items(request.items()));
        body.put("beneficiary", beneficiary(request.beneficiary()));
        body.put("purpose", request.purpose());
        body.put("mainReason", request.mainReason());
        body.put("periodStart", request.periodStart().toString());
        body.put("periodEnd", request.periodEnd().toString());
        if (!request.onBehalfOf().isBlank()) {
            body.put("onBehalfOf", request.onBehalfOf());
        }
        if (!request.note().isBlank()) {
            body.put("note", request.note());
        }
        return door.post("/v1/retirements", body)
                .map(answer -> new RetirementDone(
                        answer.path("statementNo").asText(),
                        answer.path("txId").asText(),
                        answer.path("quantityWh").longValue(),
                        answer.path("retirementId").asText()));
    }

    @Override
    public Outcome<TransferDone> transfer(String account, String user, TransferRequest request) {
        Map<String, Object> body = command(request.requestId(), account, user);
        body.put("items", items(request.items()));
        body.put("receiver", request.receiver());
        body.put("until", request.until().toString());
        if (!request.reference().isBlank()) {
            body.put("reference", request.reference());
        }
        return door.post("/v1/transfers", body)
                .map(answer -> new TransferDone(
                        answer.path("transferId").asText(),
                        answer.path("txId").asText(),
                        answer.path("quantityWh").longValue()));
    }

    @Override
    public Outcome<String> endTransfer(
            String account, String user, String requestId, String transferId, TransferEnd end, String reason) {
        Map<String, Object> body = command(requestId, account, user);
        if (!reason.isBlank()) {
            body.put("reason", reason);
        }
        return door.post("/v1/transfers/" + encoded(transferId) + "/" + end.path(), body)
                .map(answer -> answer.path("txId").asText());
    }

    @Override
    public Outcome<String> transaction(String txId) {
        return document("/v1/transactions/" + encoded(txId));
    }

    @Override
    public Outcome<String> provenance(String certificateId) {
        return document("/v1/certificates/" + encoded(certificateId) + "/provenance");
    }

    private Outcome<String> document(String path) {
        return door.getJson(path, ServiceDoor.READ_PATIENCE).map(JsonNode::toString);
    }

    private static Map<String, Object> command(String requestId, String account, String user) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("requestId", requestId);
        body.put("accountId", account);
        body.put("actor", user);
        return body;
    }

    private static List<Map<String, Object>> items(List<LotItem> items) {
        return items.stream().map(GatewayLedger::item).toList();
    }

    private static Map<String, Object> item(LotItem item) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("certificateId", item.certificateId());
        body.put("quantityWh", item.quantityWh());
        if (item.serialFrom() != null) {
            body.put("serialFrom", item.serialFrom());
        }
        return body;
    }

    private static Map<String, String> beneficiary(Beneficiary to) {
        Map<String, String> body = new LinkedHashMap<>();
        body.put("name", to.name().strip());
        body.put("id", to.id() == null ? "" : to.id().strip());
        body.put("country", to.country());
        body.put("location", to.location() == null ? "" : to.location().strip());
        return body;
    }

    private static OfferPlaced placed(JsonNode answer) {
        return new OfferPlaced(
                answer.path("offerId").asText(""),
                answer.path("certificateId").asText(),
                answer.path("txId").asText());
    }

    private static PurchaseDone bought(JsonNode answer, String currency) {
        List<PurchaseDone.Line> lines = new ArrayList<>();
        for (JsonNode line : answer.path("certificates")) {
            lines.add(new PurchaseDone.Line(
                    line.path("certificateId").asText(),
                    line.path("quantityWh").longValue(),
                    line.path("priceMinor").longValue()));
        }
        return new PurchaseDone(
                answer.path("txId").asText(), answer.path("totalMinor").longValue(), currency, lines);
    }
}
