package energy.registry.web.application;

import energy.registry.web.model.Actor;
import energy.registry.web.model.AddressBookEntry;
import energy.registry.web.model.Beneficiary;
import energy.registry.web.model.Outcome;
import energy.registry.web.model.Refusal;
import energy.registry.web.model.Role;
import energy.registry.web.port.Beneficiaries;
import energy.registry.web.port.RequestIds;
import java.util.List;
import java.util.Optional;

/** An organisation's own list of those for whom it retires. */
public final class AddressBook {
    /** Beneficiaries of one organisation: what a list can still be picked from. */
    private static final int ENTRIES_MAX = 500;

    private final Beneficiaries beneficiaries;
    private final RequestIds ids;

    public AddressBook(Beneficiaries beneficiaries, RequestIds ids) {
        this.beneficiaries = beneficiaries;
        this.ids = ids;
    }

    public List<AddressBookEntry> list(Actor actor) {
        Permission.requireSignedIn(actor);
        return actor.organisation().isEmpty() ? List.of() : beneficiaries.of(actor.organisation());
    }

    public Optional<AddressBookEntry> find(Actor actor, String beneficiaryId) {
        return list(actor).stream()
                .filter(entry -> entry.beneficiaryId().equals(beneficiaryId))
                .findFirst();
    }

    /** The entry as it stands in the book; one that is already there word for word is not added again. */
    public Outcome<AddressBookEntry> add(Actor actor, Beneficiary beneficiary) {
        Optional<Refusal> refusal =
                Permission.missing(actor, Role.BUYER, Role.GENERATOR).or(() -> wrong(beneficiary));
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        List<AddressBookEntry> known = beneficiaries.of(actor.organisation());
        return known.stream()
                .filter(entry -> entry.beneficiary().equals(beneficiary))
                .findFirst()
                .map(Outcome::done)
                .orElseGet(() -> write(actor, beneficiary, known.size()));
    }

    private Outcome<AddressBookEntry> write(Actor actor, Beneficiary beneficiary, int known) {
        if (known >= ENTRIES_MAX) {
            return Outcome.refused(Refusal.conflict(
                    "ADDRESS_BOOK_IS_FULL", "An address book holds " + ENTRIES_MAX + " entries: remove some first."));
        }
        String id = ids.fresh();
        beneficiaries.add(actor.organisation(), actor.user(), id, beneficiary);
        return Outcome.done(new AddressBookEntry(id, beneficiary));
    }

    static Optional<Refusal> wrong(Beneficiary to) {
        if (to == null) {
            return Optional.of(Refusal.invalid("beneficiary", "", "Say for whom the energy is claimed."));
        }
        return Checks.first(
                Checks.line("beneficiary.name", to.name(), true),
                Checks.line("beneficiary.id", to.id(), false),
                Checks.country("beneficiary.country", to.country()),
                Checks.line("beneficiary.location", to.location(), false));
    }

    public Outcome<String> remove(Actor actor, String beneficiaryId) {
        Optional<Refusal> refusal = Permission.missing(actor, Role.BUYER, Role.GENERATOR);
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        return beneficiaries.remove(actor.organisation(), actor.user(), beneficiaryId)
                ? Outcome.done(beneficiaryId)
                : Outcome.refused(Refusal.notFound("Beneficiary " + beneficiaryId));
    }
}
