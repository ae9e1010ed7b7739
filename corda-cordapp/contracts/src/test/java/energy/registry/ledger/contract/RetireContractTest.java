package energy.registry.ledger.contract;

import static energy.registry.ledger.contract.Draft.BUYER;
import static energy.registry.ledger.contract.Draft.SELLER;
import static energy.registry.ledger.contract.Scene.BUNDLE;
import static energy.registry.ledger.contract.Scene.TERMS;
import static energy.registry.ledger.contract.Scene.after;
import static energy.registry.ledger.contract.Scene.certificate;
import static energy.registry.ledger.contract.Scene.control;
import static energy.registry.ledger.contract.Scene.purpose;
import static energy.registry.ledger.contract.Scene.retirement;
import static java.util.Collections.singletonList;

import energy.registry.domain.certificate.Allocation;
import energy.registry.domain.certificate.Beneficiary;
import energy.registry.domain.certificate.CertificateBundle;
import energy.registry.domain.certificate.Retirement;
import energy.registry.domain.energy.WattHours;
import energy.registry.domain.rule.Rule;
import energy.registry.ledger.state.CertificateState;
import energy.registry.ledger.state.RetirementState;
import java.time.Instant;
import java.util.Arrays;
import net.corda.core.contracts.TimeWindow;
import org.junit.jupiter.api.Test;

class RetireContractTest {
    private static final CertificateBundle LINE = BUNDLE.first(WattHours.of(350_000));
    private static final CertificateState REST = after(certificate(), 350_000);
    private static final Draft LAWFUL = Draft.of(new Retire("r", singletonList(new SerialRange(0, 350_000))), SELLER)
            .in(certificate())
            .out(state(retirement(LINE)), REST)
            .referring(control());

    private static RetirementState state(Retirement retirement) {
        return new RetirementState(retirement.encode(), SELLER.getPublicKey(), Draft.ISSUER.getParty());
    }

    @Test
    void aPartIsRetiredAndTheRestStaysActive() {
        LAWFUL.isLawful();
    }

    @Test
    void onlyTheOwnerRetires() {
        LAWFUL.signedBy(BUYER).breaks(Rule.REQUIRED_KEYS_SIGN);
        LAWFUL.output(0, new RetirementState(retirement(LINE).encode(), BUYER.getPublicKey(), Draft.ISSUER.getParty()))
                .breaks(Rule.OWNERSHIP_FOLLOWS_COMMAND);
    }

    @Test
    void aRetirementNamesWhoseCertificatesTheyWere() {
        LAWFUL.output(0, new RetirementState(retirement(LINE).encode(), SELLER.getPublicKey(), Draft.MARKET.getParty()))
                .breaks(Rule.ISSUER_IS_PINNED);
    }

    @Test
    void certificatesOfOthersAreNotRetiredAlong() {
        LAWFUL.commanding(new Retire("r", Arrays.asList(new SerialRange(0, 350_000), new SerialRange(0, 700_000))))
                .tweak(draft -> draft.in(certificate().activeOf(BUYER.getPublicKey())))
                .breaks(Rule.OWNER_HOLDS_CERTIFICATE);
    }

    @Test
    void anOfferedCertificateIsNotRetired() {
        LAWFUL.input(0, certificate().lockedUnder(TERMS)).breaks(Rule.CERTIFICATE_IS_ACTIVE);
    }

    @Test
    void aRetirementIsNeverConsumed() {
        LAWFUL.tweak(draft -> draft.in(state(retirement(LINE)))).breaks(Rule.RETIREMENT_IS_FINAL);
    }

    @Test
    void theListIsExactlyWhatIsTakenOut() {
        LAWFUL.output(0, state(retirement(BUNDLE))).breaks(Rule.RETIREMENT_LISTS_CERTIFICATES);
        LAWFUL.output(0, state(retirement(LINE, LINE))).breaks(Rule.RETIREMENT_LISTS_CERTIFICATES);
        LAWFUL.output(1, certificate()).breaks(Rule.ENERGY_IS_CONSERVED);
        LAWFUL.tweak(draft -> draft.out(REST)).breaks(Rule.ENERGY_IS_CONSERVED);
    }

    @Test
    void aRetirementNamesItsBeneficiary() {
        LAWFUL.output(0, state(retirement(purpose(" "), singletonList(LINE)))).breaks(Rule.RETIREMENT_IS_COMPLETE);
    }

    @Test
    void theTimeOfRetirementIsNotarised() {
        Instant later = Draft.NOW.plusSeconds(3_600);
        LAWFUL.tweak(draft -> draft.window = TimeWindow.between(later, later.plusSeconds(60)))
                .breaks(Rule.RETIREMENT_IS_COMPLETE);
    }

    @Test
    void anExpiredCertificateIsNotRetired() {
        Instant late = Instant.ofEpochSecond(BUNDLE.issuance().expiresEpochSecond());
        LAWFUL.tweak(draft -> draft.window = TimeWindow.between(late.minusSeconds(1), late.plusSeconds(1)))
                .breaks(Rule.CERTIFICATE_IS_NOT_EXPIRED);
    }

    @Test
    void quantityLiesWithinTheCertificate() {
        LAWFUL.commanding(new Retire("r", singletonList(new SerialRange(0, 0)))).breaks(Rule.QUANTITY_IS_POSITIVE);
        LAWFUL.commanding(new Retire("r", singletonList(new SerialRange(0, 700_001))))
                .breaks(Rule.QUANTITY_IS_POSITIVE);
    }

    @Test
    void bytesThatAreNoRecordAreRefused() {
        LAWFUL.output(0, new RetirementState(new byte[] {1}, SELLER.getPublicKey(), Draft.ISSUER.getParty()))
                .breaks(Rule.CERTIFICATE_IS_CANONICAL);
    }

    @Test
    void aRetirementIsSharedOutWithoutOverlap() {
        sharing(share("Ada", 0, 100), share("Ben", 100, 350_000)).isLawful();
        sharing(share("Ada", 0, 101), share("Ben", 100, 200)).breaks(Rule.ALLOCATION_FITS_RETIREMENT);
        sharing(share("Ada", 0, 350_001)).breaks(Rule.ALLOCATION_FITS_RETIREMENT);
        sharing(share("Ada", 5, 5)).breaks(Rule.ALLOCATION_FITS_RETIREMENT);
        sharing(share(" ", 0, 100)).breaks(Rule.ALLOCATION_FITS_RETIREMENT);
        LAWFUL.output(
                        0,
                        new RetirementState(
                                retirement(LINE).encode(), SELLER.getPublicKey(), Draft.ISSUER.getParty(), new byte[] {1
                                }))
                .breaks(Rule.ALLOCATION_FITS_RETIREMENT);
    }

    private static Draft sharing(Allocation.Share... shares) {
        return LAWFUL.output(
                0,
                new RetirementState(
                        retirement(LINE).encode(),
                        SELLER.getPublicKey(),
                        Draft.ISSUER.getParty(),
                        new Allocation(Arrays.asList(shares)).encode()));
    }

    private static Allocation.Share share(String name, long fromWh, long toWh) {
        return new Allocation.Share(new Beneficiary(name, "", "NL", ""), LINE.deviceId(), fromWh, toWh);
    }
}
