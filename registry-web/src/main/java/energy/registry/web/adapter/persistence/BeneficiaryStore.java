package energy.registry.web.adapter.persistence;

import energy.registry.web.model.AddressBookEntry;
import energy.registry.web.model.Beneficiary;
import energy.registry.web.port.Beneficiaries;
import java.time.Clock;
import java.util.List;

/** Address books kept in the database. */
public final class BeneficiaryStore implements Beneficiaries {
    private final Database database;
    private final Clock clock;

    public BeneficiaryStore(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public List<AddressBookEntry> of(String organisation) {
        return database.read(entities -> entities.createQuery(
                        "select b from BeneficiaryEntity b where b.organisation = :organisation and b.removedAt is null"
                                + " order by b.name, b.beneficiaryId",
                        BeneficiaryEntity.class)
                .setParameter("organisation", organisation)
                .getResultStream()
                .map(BeneficiaryEntity::row)
                .toList());
    }

    @Override
    public void add(String organisation, String user, String beneficiaryId, Beneficiary beneficiary) {
        BeneficiaryEntity entry = new BeneficiaryEntity();
        entry.beneficiaryId = beneficiaryId;
        entry.organisation = organisation;
        entry.name = beneficiary.name();
        entry.registration = beneficiary.id();
        entry.country = beneficiary.country();
        entry.location = beneficiary.location();
        entry.addedBy = user;
        entry.addedAt = clock.instant();
        database.write(entities -> entities.persist(entry));
    }

    @Override
    public boolean remove(String organisation, String user, String beneficiaryId) {
        int[] changed = new int[1];
        database.write(entities -> changed[0] = entities.createQuery(
                        "update BeneficiaryEntity b set b.removedBy = :user, b.removedAt = :now"
                                + " where b.beneficiaryId = :id and b.organisation = :organisation and b.removedAt is null")
                .setParameter("user", user)
                .setParameter("now", clock.instant())
                .setParameter("id", beneficiaryId)
                .setParameter("organisation", organisation)
                .executeUpdate());
        return changed[0] > 0;
    }
}
