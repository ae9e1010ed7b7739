package energy.registry.web.application;

import energy.registry.web.model.Actor;
import energy.registry.web.model.PurchaseRequest;
import energy.registry.web.model.Refusal;
import energy.registry.web.model.RetirementRequest;
import java.util.Optional;

/** Where an organisation wants two people to agree; a refusal says that the request waits for the second one. */
public interface SecondPerson {
    /** The rule that a refusal names when a request waits. */
    String RULE = "SECOND_PERSON_NEEDED";

    /** For those who want none. */
    SecondPerson NEVER = new SecondPerson() {
        @Override
        public Optional<Refusal> beforePurchase(Actor actor, PurchaseRequest request) {
            return Optional.empty();
        }

        @Override
        public Optional<Refusal> beforeRetirement(Actor actor, RetirementRequest request) {
            return Optional.empty();
        }

        @Override
        public Optional<Refusal> beforeBulk(Actor actor, long wattHours) {
            return Optional.empty();
        }
    };

    Optional<Refusal> beforePurchase(Actor actor, PurchaseRequest request);

    Optional<Refusal> beforeRetirement(Actor actor, RetirementRequest request);

    Optional<Refusal> beforeBulk(Actor actor, long wattHours);
}
