package energy.registry.web.port;

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

/** Commands to the ledger. The same request id again answers the first result and does nothing more. */
public interface Ledger {
    Outcome<OfferPlaced> offer(String account, String user, OfferRequest request);

    Outcome<OfferPlaced> cancelOffer(String account, String user, String requestId, String certificateId);

    Outcome<PurchaseDone> buy(String account, String user, PurchaseRequest request);

    Outcome<RetirementDone> retire(String account, String user, RetirementRequest request);

    /** Proposes to hand certificates over to another account, which accepts or not. */
    Outcome<TransferDone> transfer(String account, String user, TransferRequest request);

    /** Ends a pending transfer: its receiver accepts or rejects, its sender recalls. Answers the transaction's id. */
    Outcome<String> endTransfer(
            String account, String user, String requestId, String transferId, TransferEnd end, String reason);

    /** The transaction as the regulator's node recorded it, a JSON document. */
    Outcome<String> transaction(String txId);

    /** The ledger's part of a certificate's provenance bundle, a JSON document. */
    Outcome<String> provenance(String certificateId);
}
