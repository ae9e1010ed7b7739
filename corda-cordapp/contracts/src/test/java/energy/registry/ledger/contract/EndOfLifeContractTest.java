package energy.registry.ledger.contract;

import static energy.registry.ledger.contract.Draft.BUYER;
import static energy.registry.ledger.contract.Draft.ISSUER;
import static energy.registry.ledger.contract.Draft.NOW;
import static energy.registry.ledger.contract.Draft.REGULATOR;
import static energy.registry.ledger.contract.Draft.SELLER;
import static energy.registry.ledger.contract.Draft.STRANGER;
import static energy.registry.ledger.contract.Scene.BUNDLE;
import static energy.registry.ledger.contract.Scene.between;
import static energy.registry.ledger.contract.Scene.certificate;
import static energy.registry.ledger.contract.Scene.control;
import static energy.registry.ledger.contract.Scene.freezeOfDevice;
import static energy.registry.ledger.contract.Scene.retirement;
import static java.util.Collections.singletonList;

import energy.registry.domain.certificate.CertificateBundle;
import energy.registry.domain.certificate.CertificateEnd;
import energy.registry.domain.certificate.EndKind;
import energy.registry.domain.control.FreezeList;
import energy.registry.domain.cursor.MeterCursor;
import energy.registry.domain.rule.Rule;
import energy.registry.ledger.state.CertificateState;
import energy.registry.ledger.state.ControlState;
import energy.registry.ledger.state.EndState;
import energy.registry.ledger.state.Keys;
import energy.registry.ledger.state.RetirementState;
import java.time.Duration;
import java.time.Instant;
import net.corda.core.contracts.TimeWindow;
import net.corda.testing.core.TestIdentity;
import org.junit.jupiter.api.Test;

class EndOfLifeContractTest {
    private static final Instant OVER = Instant.ofEpochSecond(BUNDLE.issuance().expiresEpochSecond());
    private static final Draft EXPIRED = Draft.of(new Expire("e"), STRANGER)
            .in(certificate().lockedUnder(Scene.TERMS))
            .out(end(BUNDLE))
            .tweak(draft -> draft.window = TimeWindow.between(OVER, OVER.plusSeconds(60)));
    private static final Draft REVERSED = Draft.of(
                    new ReverseRetirement("v", "bruno", "wrong beneficiary", "T-1"), SELLER, ISSUER, REGULATOR)
            .in(new RetirementState(retirement(BUNDLE).encode(), SELLER.getPublicKey(), ISSUER.getParty()))
            .out(certificate())
            .referring(control());

    private static EndState end(CertificateBundle line) {
        return new EndState(new CertificateEnd(EndKind.EXPIRED, "e", singletonList(line)).encode(), ISSUER.getParty());
    }

    @Test
    void anyoneProvesAnExpiry() {
        EXPIRED.isLawful();
    }

    @Test
    void nothingExpiresBeforeItsEnd() {
        EXPIRED.tweak(draft -> draft.window = TimeWindow.between(OVER.minusSeconds(1), OVER.plusSeconds(60)))
                .breaks(Rule.CERTIFICATE_IS_EXPIRED);
        EXPIRED.tweak(draft -> draft.window = null).breaks(Rule.CERTIFICATE_IS_EXPIRED);
    }

    @Test
    void anExpiryListsWhatExpires() {
        EXPIRED.output(0, end(BUNDLE.between(0, 1))).breaks(Rule.END_LISTS_CERTIFICATES);
        EXPIRED.tweak(draft -> draft.out(certificate())).breaks(Rule.STATES_ARE_EXPECTED);
    }

    @Test
    void aFreshRetirementIsReversedByAllThree() {
        REVERSED.isLawful();
        for (int signer = 0; signer < 3; signer++) {
            int missing = signer;
            REVERSED.tweak(draft -> draft.signers.remove(missing)).breaks(Rule.REQUIRED_KEYS_SIGN);
        }
    }

    @Test
    void aReversalIsExplainedAndInTime() {
        Instant late = NOW.plus(Duration.ofHours(24));
        REVERSED.tweak(draft -> draft.window = TimeWindow.between(late.minusSeconds(60), late.plusSeconds(1)))
                .breaks(Rule.REVERSAL_IS_IN_TIME);
        REVERSED.commanding(new ReverseRetirement("v", "bruno", " ", "T-1")).breaks(Rule.REVERSAL_IS_IN_TIME);
        REVERSED.commanding(new ReverseRetirement("v", "bruno", "why", "")).breaks(Rule.REVERSAL_IS_IN_TIME);
    }

    @Test
    void aReversalBringsTheSameSerialsToTheSameOwner() {
        REVERSED.output(0, certificate().activeOf(BUYER.getPublicKey())).breaks(Rule.OWNERSHIP_FOLLOWS_COMMAND);
        REVERSED.output(0, between(certificate(), 0, 1)).breaks(Rule.ENERGY_IS_CONSERVED);
        REVERSED.tweak(draft -> draft.out(certificate())).breaks(Rule.ENERGY_IS_CONSERVED);
    }

    @Test
    void whatIsFrozenStaysRetired() {
        REVERSED.tweak(draft -> draft.references.set(0, control(freezeOfDevice())))
                .breaks(Rule.SUBJECT_IS_NOT_FROZEN);
    }

    @Test
    void anEmptyBalanceIsOpenedByTheAgent() {
        Draft opened = Draft.of(new OpenBalance("b", "acme", "EUR"), ISSUER)
                .out(Scene.money(BUYER, 0))
                .referring(Scene.account("acme", BUYER));
        opened.isLawful();
        opened.signedBy(BUYER).breaks(Rule.REQUIRED_KEYS_SIGN);
        opened.output(0, Scene.money(BUYER, 1)).breaks(Rule.MONEY_IS_CONSERVED);
        opened.output(0, Scene.money(SELLER, 0)).breaks(Rule.ACCOUNT_EXISTS);
        opened.commanding(new OpenBalance("b", "acme", "euro")).breaks(Rule.MONEY_IS_CONSERVED);
    }

    @Test
    void aDepositConsumesABalance() {
        Draft.of(new Deposit("d", "acme", "EUR", 100, "ida", "bank"), ISSUER)
                .out(Scene.money(BUYER, 100))
                .referring(Scene.account("acme", BUYER))
                .breaks(Rule.MONEY_HAS_ONE_BALANCE);
    }

    @Test
    void theIssuingBodyReversesRetirementsOfItsOwnCertificatesOnly() {
        CertificateBundle foreign = MeterCursor.fresh(Scene.PLANT.device(), Keys.kernelKey(SELLER.getPublicKey()))
                .accept(Scene.PLANT.says(0, 0, 100).claim(), new LedgerSignatures(), "NORDIC", NOW.getEpochSecond())
                .bundle()
                .get();
        REVERSED.input(0, new RetirementState(retirement(foreign).encode(), SELLER.getPublicKey(), ISSUER.getParty()))
                .output(0, certificate().withBundle(foreign))
                .breaks(Rule.FREEZES_ARE_CONSULTED);
    }

    /** Whoever founds a control state of his own may call himself what he likes. */
    @Test
    void anIssuingBodyOfTheSameNameReversesNothing() {
        TestIdentity namesake = new TestIdentity(ISSUER.getName());
        ControlState own = new ControlState(
                FreezeList.EMPTY.encode(),
                namesake.getParty(),
                namesake.getParty(),
                Draft.NOTARY.getParty(),
                singletonList(namesake.getParty()));
        Draft.of(new FoundControl("f"), namesake).out(own).isLawful();
        Draft.of(new ReverseRetirement("v", "bruno", "sold better", "T-1"), SELLER, namesake)
                .in(REVERSED.inputs.get(0))
                .out(CertificateState.active(BUNDLE, SELLER.getPublicKey(), namesake.getParty()))
                .referring(own)
                .breaks(Rule.FREEZES_ARE_CONSULTED);
    }

    @Test
    void certificatesOfSeveralIssuersDoNotExpireTogether() {
        CertificateBundle rest = BUNDLE.between(300_000, 700_000);
        EXPIRED.input(0, between(certificate(), 0, 300_000))
                .tweak(draft -> draft.in(CertificateState.active(rest, SELLER.getPublicKey(), REGULATOR.getParty())))
                .breaks(Rule.ISSUER_IS_PINNED);
    }
}
