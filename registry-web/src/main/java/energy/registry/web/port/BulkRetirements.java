package energy.registry.web.port;

import energy.registry.web.model.BulkBatch;
import energy.registry.web.model.BulkRetirement;
import energy.registry.web.model.LotItem;
import energy.registry.web.model.RetirementRequest;
import java.util.List;
import java.util.Optional;

/** Bulk retirements and how far they have come; the registry's own, so that a lost connection loses nothing. */
public interface BulkRetirements {
    void save(BulkRetirement bulk);

    Optional<BulkRetirement> find(String organisation, String bulkId);

    /** The newest of an organisation, without hours and batches' items being of interest. */
    List<BulkRetirement> latest(String organisation, int limit);

    /** Turns a draft into a confirmed one; what was confirmed before stays as it was. */
    void confirm(String bulkId, RetirementRequest claim);

    /** Fixes a batch's items before they are sent; answers the items that stand, which may be those of an earlier call. */
    List<LotItem> fix(String bulkId, int position, List<LotItem> items);

    void finish(String bulkId, BulkBatch batch);
}
