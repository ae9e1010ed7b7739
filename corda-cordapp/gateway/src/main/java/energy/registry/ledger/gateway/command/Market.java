package energy.registry.ledger.gateway.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import energy.registry.ledger.flow.CancelOffer;
import energy.registry.ledger.flow.CancelledOffer;
import energy.registry.ledger.flow.LedgerRefusal;
import energy.registry.ledger.flow.OfferCertificate;
import energy.registry.ledger.flow.OfferedCertificate;
import energy.registry.ledger.flow.PurchaseCertificates;
import energy.registry.ledger.flow.PurchasedCertificate;
import energy.registry.ledger.flow.PurchasedCertificates;
import energy.registry.ledger.gateway.http.Answer;
import energy.registry.ledger.gateway.http.Call;
import energy.registry.ledger.gateway.http.Fields;
import energy.registry.ledger.gateway.http.Json;
import energy.registry.ledger.gateway.http.Router;
import energy.registry.ledger.gateway.port.Flows;
import energy.registry.ledger.gateway.port.LedgerNode;
import energy.registry.ledger.gateway.port.NodeUnavailable;

/** Offers of certificates, and purchases with delivery against payment. */
public final class Market {
    private final Flows flows;

    public Market(Flows flows) {
        this.flows = flows;
    }

    public Router routes(Router router) {
        return router.on("POST", "/v1/offers", this::offer)
                .on("DELETE", "/v1/offers/{certificateId}", this::cancel)
                .on("POST", "/v1/purchases", this::purchase);
    }

    private Answer offer(Call call) throws LedgerRefusal, NodeUnavailable {
        Fields in = call.body();
        OfferedCertificate offered = flows.run(
                LedgerNode.MARKET,
                OfferCertificate.class,
                Common.requestId(in),
                Common.id(in, "accountId"),
                Common.item(in),
                in.whole("priceMinorPerMwh", 0, Long.MAX_VALUE),
                Common.currency(in),
                in.wholeOr("minLotWh", 1, 0, Long.MAX_VALUE),
                in.instant("validUntil"));
        return Answer.ok(Json.MAPPER
                .createObjectNode()
                .put("offerId", offered.getCertificateId())
                .put("certificateId", offered.getCertificateId())
                .put("txId", offered.getTxId()));
    }

    private Answer cancel(Call call) throws LedgerRefusal, NodeUnavailable {
        CancelledOffer cancelled = flows.run(
                LedgerNode.MARKET,
                CancelOffer.class,
                Common.requestId(call),
                call.required("accountId"),
                call.path("certificateId"));
        return Answer.ok(Json.MAPPER
                .createObjectNode()
                .put("certificateId", cancelled.getCertificateId())
                .put("txId", cancelled.getTxId()));
    }

    private Answer purchase(Call call) throws LedgerRefusal, NodeUnavailable {
        Fields in = call.body();
        PurchasedCertificates purchased = flows.run(
                LedgerNode.MARKET,
                PurchaseCertificates.class,
                Common.requestId(in),
                Common.id(in, "accountId"),
                Common.items(in),
                in.whole("maxTotalMinor", 0, Long.MAX_VALUE),
                Common.currency(in));
        ObjectNode answer = Json.MAPPER
                .createObjectNode()
                .put("txId", purchased.getTxId())
                .put("totalMinor", purchased.getTotalMinor());
        ArrayNode certificates = answer.putArray("certificates");
        for (PurchasedCertificate one : purchased.getCertificates()) {
            certificates
                    .addObject()
                    .put("certificateId", one.getCertificateId())
                    .put("quantityWh", one.getQuantityWh())
                    .put("priceMinor", one.getPriceMinor());
        }
        return Answer.ok(answer);
    }
}
