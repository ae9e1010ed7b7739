package energy.registry.web.port;

import energy.registry.web.model.BulkPiece;
import energy.registry.web.model.CertificateFilter;
import energy.registry.web.model.CertificateRow;
import energy.registry.web.model.HoldingGroup;
import energy.registry.web.model.MarketFilter;
import energy.registry.web.model.Slice;
import energy.registry.web.model.Window;
import java.util.List;
import java.util.Optional;

/** Certificate bundles, current and consumed, newest production first. */
public interface Certificates {
    Slice<CertificateRow> list(CertificateFilter filter, Window window);

    /** Offered bundles whose offer is still valid. */
    Slice<CertificateRow> offered(MarketFilter filter, Window window);

    Optional<CertificateRow> find(String certificateId);

    /** Those of the ids that exist, in the order asked. */
    List<CertificateRow> findAll(List<String> certificateIds);

    /** Live holdings of one account summed up; {@code by} is MONTH, DEVICE or HOUR. */
    List<HoldingGroup> groups(String owner, String by);

    /** The free bundle of an account that holds these serials. */
    Optional<CertificateRow> holding(String owner, BulkPiece piece);

    /** Live bundles of one account that a transaction gave it. */
    List<CertificateRow> receivedIn(String owner, String txId);

    /** What an account was given out of a bundle, an offer say, whatever became of it since. */
    List<CertificateRow> cutFrom(String owner, String certificateId);
}
