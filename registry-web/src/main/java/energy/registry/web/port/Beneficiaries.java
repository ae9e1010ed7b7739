package energy.registry.web.port;

import energy.registry.web.model.AddressBookEntry;
import energy.registry.web.model.Beneficiary;
import java.util.List;

/** Address books of organisations; the registry's own, not the ledger's. */
public interface Beneficiaries {
    /** By name. */
    List<AddressBookEntry> of(String organisation);

    void add(String organisation, String user, String beneficiaryId, Beneficiary beneficiary);

    /** False when the organisation has no such entry. */
    boolean remove(String organisation, String user, String beneficiaryId);
}
