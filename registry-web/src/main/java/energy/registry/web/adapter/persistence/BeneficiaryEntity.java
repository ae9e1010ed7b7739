package energy.registry.web.adapter.persistence;

import energy.registry.web.model.AddressBookEntry;
import energy.registry.web.model.Beneficiary;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** An entry of an organisation's address book. */
@Entity
@Table(name = "beneficiary")
class BeneficiaryEntity {
    @Id
    @Column(name = "beneficiary_id")
    String beneficiaryId;

    String organisation;
    String name;
    String registration;
    String country;
    String location;

    @Column(name = "added_by")
    String addedBy;

    @Column(name = "added_at")
    Instant addedAt;

    @Column(name = "removed_by")
    String removedBy;

    @Column(name = "removed_at")
    Instant removedAt;

    AddressBookEntry row() {
        return new AddressBookEntry(beneficiaryId, new Beneficiary(name, registration, country, location));
    }
}
