package energy.registry.web.adapter.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import energy.registry.web.adapter.http.ServiceDoor;
import energy.registry.web.application.ProvenanceBundles;
import energy.registry.web.model.CertificateRow;
import energy.registry.web.model.Outcome;
import energy.registry.web.model.Refusal;
import energy.registry.web.port.Ledger;
import energy.registry.web.port.Meters;
import energy.registry.web.port.PublishedKeys;
import energy.registry.web.port.Retirements;
import java.util.List;

/** Joins the ledger's, the meter service's and our own parts into the document that anyone can check offline. */
public final class ProvenanceAssembly implements ProvenanceBundles {
    private static final String FORMAT = "rec-provenance-1";

    private final Ledger ledger;
    private final Meters meters;
    private final PublishedKeys keys;
    private final Retirements retirements;

    public ProvenanceAssembly(Ledger ledger, Meters meters, PublishedKeys keys, Retirements retirements) {
        this.ledger = ledger;
        this.meters = meters;
        this.keys = keys;
        this.retirements = retirements;
    }

    @Override
    public Outcome<String> ofCertificate(CertificateRow certificate, String statementNo) {
        String number = statementNo.isEmpty()
                ? retirements.statementsOf(certificate.certificateId()).stream()
                        .findFirst()
                        .orElse("")
                : statementNo;
        return ofRetired(certificate.certificateId(), certificate.claimId(), number);
    }

    @Override
    public Outcome<String> ofRetired(String certificateId, String claimId, String statementNo) {
        return ledger.provenance(certificateId)
                .then(onLedger -> meters.evidence(claimId).then(evidence -> keys.json()
                        .then(published -> join(certificateId, statementNo, List.of(evidence, onLedger), published))));
    }

    private static Outcome<String> join(
            String certificateId, String statementNo, List<String> parts, String published) {
        try {
            ObjectNode bundle = JsonNodeFactory.instance.objectNode();
            for (String part : parts) {
                if (ServiceDoor.parse(part) instanceof ObjectNode fields) {
                    bundle.setAll(fields);
                }
            }
            bundle.put("format", FORMAT);
            bundle.put("certificateId", certificateId);
            if (!statementNo.isEmpty()) {
                bundle.put("statementNo", statementNo);
            }
            JsonNode keySet = ServiceDoor.parse(published);
            bundle.set("keys", keySet.has("keys") ? keySet.get("keys") : keySet);
            return Outcome.done(bundle.toString());
        } catch (JsonProcessingException broken) {
            return Outcome.refused(
                    Refusal.unavailable("BUNDLE_PARTS_READABLE", "A part of the provenance could not be read."));
        }
    }
}
