package energy.registry.ledger.contract;

import energy.registry.domain.encoding.Digest;
import energy.registry.domain.merkle.SparseMerkleTree;
import energy.registry.domain.rule.Rule;
import energy.registry.domain.rule.Verdict;
import energy.registry.ledger.state.DeviceRegisterState;

/** The register is founded empty, with the regulator's consent and under its notary. */
final class FoundRegisterRules {
    private final Facts facts;

    FoundRegisterRules(Facts facts) {
        this.facts = facts;
    }

    Verdict check() {
        return Verdict.firstOf(
                () -> facts.shape(facts.hasOnly(0, 1, 0)
                        && facts.outputs(DeviceRegisterState.class).size() == 1),
                () -> founded(facts.outputs(DeviceRegisterState.class).get(0)));
    }

    private Verdict founded(DeviceRegisterState register) {
        boolean empty = Digest.of(register.getRoot()).equals(SparseMerkleTree.EMPTY)
                && register.getDevices() == 0
                && register.getPages() == 0;
        return Verdict.firstOf(
                () -> Rule.REGISTER_STARTS_EMPTY.holds(empty, register.getDevices() + " devices"),
                () -> Rule.NOTARY_IS_PINNED.holds(
                        register.getNotary().equals(facts.notary()), "notary " + facts.notary()),
                () -> Rule.REGULATOR_FOUNDS_REGISTER.holds(
                        facts.isSignedBy(register.getRegulator().getOwningKey()), "the regulator does not sign"),
                () -> facts.signedBy(register.getIssuer().getOwningKey(), "the issuing body"));
    }
}
