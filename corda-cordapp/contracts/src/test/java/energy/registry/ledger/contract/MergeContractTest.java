package energy.registry.ledger.contract;

import static energy.registry.ledger.contract.Draft.BUYER;
import static energy.registry.ledger.contract.Draft.SELLER;
import static energy.registry.ledger.contract.Scene.TERMS;
import static energy.registry.ledger.contract.Scene.between;
import static energy.registry.ledger.contract.Scene.certificate;
import static energy.registry.ledger.contract.Scene.control;

import energy.registry.domain.cursor.MeterCursor;
import energy.registry.domain.rule.Rule;
import energy.registry.ledger.state.CertificateState;
import energy.registry.ledger.state.Keys;
import org.junit.jupiter.api.Test;

class MergeContractTest {
    private static final Draft LAWFUL = Draft.of(new Merge("m"), SELLER)
            .in(between(certificate(), 0, 150_000), between(certificate(), 150_000, 500_000))
            .out(between(certificate(), 0, 500_000))
            .referring(control());

    @Test
    void piecesOfOneIssueBecomeOneAndKeepTheirHours() {
        LAWFUL.isLawful();
        LAWFUL.tweak(draft -> {
                    draft.in(between(certificate(), 500_000, 700_000));
                    draft.outputs.set(0, certificate());
                })
                .isLawful();
    }

    @Test
    void aHoleIsNotBridged() {
        LAWFUL.input(1, between(certificate(), 150_001, 500_000)).breaks(Rule.PIECES_ARE_ADJACENT);
        LAWFUL.input(1, between(certificate(), 0, 500_000)).breaks(Rule.PIECES_ARE_ADJACENT);
    }

    /** The serials follow each other, but another claim stands behind them. */
    @Test
    void issuesAreNotMixed() {
        MeterCursor after = MeterCursor.fresh(Scene.PLANT.device(), Keys.kernelKey(SELLER.getPublicKey()))
                .accept(
                        Scene.PLANT.says(0, 1_000, 301_000).claim(),
                        new LedgerSignatures(),
                        Draft.ISSUER.getName().toString(),
                        Draft.NOW.getEpochSecond())
                .next();
        CertificateState later = certificate()
                .withBundle(after.accept(
                                Scene.PLANT
                                        .says(1, 301_000, 401_000)
                                        .sequence(9)
                                        .claim(),
                                new LedgerSignatures(),
                                Draft.ISSUER.getName().toString(),
                                Draft.NOW.getEpochSecond())
                        .bundle()
                        .get());
        LAWFUL.input(0, between(certificate(), 0, 300_000)).input(1, later).breaks(Rule.PIECES_ARE_ADJACENT);
    }

    @Test
    void onlyFreePiecesOfOneOwnerAreMerged() {
        LAWFUL.signedBy(BUYER).breaks(Rule.REQUIRED_KEYS_SIGN);
        LAWFUL.input(1, between(certificate(), 150_000, 500_000).activeOf(BUYER.getPublicKey()))
                .breaks(Rule.OWNER_HOLDS_CERTIFICATE);
        LAWFUL.input(1, between(certificate(), 150_000, 500_000).lockedUnder(TERMS))
                .breaks(Rule.CERTIFICATE_IS_ACTIVE);
    }

    @Test
    void nothingIsAdded() {
        LAWFUL.output(0, certificate()).breaks(Rule.ENERGY_IS_CONSERVED);
        LAWFUL.output(0, between(certificate(), 0, 500_000).activeOf(BUYER.getPublicKey()))
                .breaks(Rule.OWNERSHIP_FOLLOWS_COMMAND);
        LAWFUL.tweak(draft -> draft.inputs.remove(1)).breaks(Rule.STATES_ARE_EXPECTED);
    }
}
