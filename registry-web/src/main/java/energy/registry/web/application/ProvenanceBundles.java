package energy.registry.web.application;

import energy.registry.web.model.CertificateRow;
import energy.registry.web.model.Outcome;

/** Puts a certificate's provenance together from the parties that hold its parts. */
public interface ProvenanceBundles {
    /** A JSON document; {@code statementNo} is empty for a certificate that is not retired. */
    Outcome<String> ofCertificate(CertificateRow certificate, String statementNo);

    Outcome<String> ofRetired(String certificateId, String claimId, String statementNo);
}
