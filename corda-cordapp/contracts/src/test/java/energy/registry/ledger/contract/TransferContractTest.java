package energy.registry.ledger.contract;

import static energy.registry.ledger.contract.Draft.BUYER;
import static energy.registry.ledger.contract.Draft.SELLER;
import static energy.registry.ledger.contract.Draft.STRANGER;
import static energy.registry.ledger.contract.Scene.TERMS;
import static energy.registry.ledger.contract.Scene.account;
import static energy.registry.ledger.contract.Scene.between;
import static energy.registry.ledger.contract.Scene.certificate;
import static energy.registry.ledger.contract.Scene.control;
import static java.util.Collections.singletonList;

import energy.registry.domain.certificate.RecordNumber;
import energy.registry.domain.rule.Rule;
import energy.registry.ledger.state.AccountState;
import energy.registry.ledger.state.CertificateState;
import energy.registry.ledger.state.Keys;
import energy.registry.ledger.state.TransferTerms;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import net.corda.core.contracts.TimeWindow;
import net.corda.testing.core.TestIdentity;
import org.junit.jupiter.api.Test;

class TransferContractTest {
    private static final String NUMBER = RecordNumber.ofRequest("TR", "t", Keys.idOf(SELLER.getPublicKey()));
    private static final Instant UNTIL = Draft.NOW.plus(Duration.ofHours(72));
    private static final TransferTerms OPEN = terms(NUMBER, BUYER, UNTIL);
    private static final SerialRange MIDDLE = new SerialRange(100_000, 500_000);
    private static final CertificateState PENDING =
            between(certificate(), 100_000, 500_000).lockedUnder(OPEN);
    private static final Draft PROPOSED = Draft.of(new ProposeTransfer("t", singletonList(MIDDLE), "greta"), SELLER)
            .in(certificate())
            .out(PENDING, between(certificate(), 0, 100_000), between(certificate(), 500_000, 700_000))
            .referring(control(), account("acme", BUYER));
    private static final Draft ACCEPTED = Draft.of(new AcceptTransfer("a", "bruno"), BUYER)
            .in(PENDING)
            .out(PENDING.activeOf(BUYER.getPublicKey()))
            .referring(control());
    private static final Draft REJECTED = ended(TransferOutcome.REJECTED, BUYER);
    private static final Draft RECALLED = ended(TransferOutcome.RECALLED, SELLER);
    private static final Draft LAPSED = ended(TransferOutcome.LAPSED, STRANGER)
            .tweak(draft -> draft.window = TimeWindow.between(UNTIL, UNTIL.plusSeconds(60)));

    private static TransferTerms terms(String number, TestIdentity receiver, Instant until) {
        return new TransferTerms(number, receiver.getPublicKey(), until, "invoice 7");
    }

    private static Draft ended(TransferOutcome outcome, TestIdentity signer) {
        return Draft.of(new ReturnTransfer("e", outcome, "greta", ""), signer)
                .in(PENDING)
                .out(PENDING.activeOf(SELLER.getPublicKey()));
    }

    private static Draft proposing(TransferTerms terms) {
        return PROPOSED.output(0, PENDING.lockedUnder(terms));
    }

    @Test
    void aPieceFromTheMiddleWaitsForItsReceiver() {
        PROPOSED.isLawful();
        ACCEPTED.isLawful();
    }

    @Test
    void aProposalEndsInThreeOtherWays() {
        REJECTED.isLawful();
        RECALLED.isLawful();
        LAPSED.isLawful();
    }

    @Test
    void onlyTheOwnerProposesAndOnlyTheReceiverAccepts() {
        PROPOSED.signedBy(BUYER).breaks(Rule.REQUIRED_KEYS_SIGN);
        ACCEPTED.signedBy(SELLER).breaks(Rule.REQUIRED_KEYS_SIGN);
        REJECTED.signedBy(SELLER).breaks(Rule.REQUIRED_KEYS_SIGN);
        RECALLED.signedBy(BUYER).breaks(Rule.REQUIRED_KEYS_SIGN);
    }

    @Test
    void certificatesOfOthersAreNotProposedAlong() {
        PROPOSED.commanding(new ProposeTransfer("t", Arrays.asList(MIDDLE, MIDDLE), "greta"))
                .tweak(draft -> draft.in(certificate().activeOf(BUYER.getPublicKey())))
                .breaks(Rule.OWNER_HOLDS_CERTIFICATE);
    }

    @Test
    void aLockedCertificateIsNotProposed() {
        PROPOSED.input(0, certificate().lockedUnder(TERMS)).breaks(Rule.CERTIFICATE_IS_ACTIVE);
        PROPOSED.input(0, certificate().lockedUnder(OPEN)).breaks(Rule.CERTIFICATE_IS_ACTIVE);
    }

    @Test
    void aProposalIsNoOfferNorRetirement() {
        Draft.of(new CancelOffer("c"), SELLER)
                .in(PENDING)
                .out(PENDING.activeOf(SELLER.getPublicKey()))
                .referring(control())
                .breaks(Rule.CERTIFICATE_IS_OFFERED);
        ACCEPTED.input(0, PENDING.lockedUnder(TERMS)).breaks(Rule.CERTIFICATE_IS_PENDING);
    }

    @Test
    void oneProposalIsTakenAtATime() {
        CertificateState other = between(certificate(), 500_000, 700_000).lockedUnder(terms("TR-OTHER", BUYER, UNTIL));
        ACCEPTED.tweak(draft -> {
                    draft.in(other);
                    draft.out(other.activeOf(BUYER.getPublicKey()));
                })
                .breaks(Rule.CERTIFICATE_IS_PENDING);
    }

    @Test
    void thePieceLiesWithinTheCertificate() {
        PROPOSED.commanding(new ProposeTransfer("t", singletonList(new SerialRange(500_000, 500_000)), "greta"))
                .breaks(Rule.QUANTITY_IS_POSITIVE);
        PROPOSED.commanding(new ProposeTransfer("t", singletonList(new SerialRange(-1, 500_000)), "greta"))
                .breaks(Rule.QUANTITY_IS_POSITIVE);
        PROPOSED.commanding(new ProposeTransfer("t", singletonList(new SerialRange(0, 700_001)), "greta"))
                .breaks(Rule.QUANTITY_IS_POSITIVE);
    }

    @Test
    void theReceiverIsAnAccountAndAnotherThanTheSender() {
        PROPOSED.tweak(draft -> draft.references.set(1, account("globex", STRANGER)))
                .breaks(Rule.ACCOUNT_EXISTS);
        proposing(terms(NUMBER, SELLER, UNTIL))
                .tweak(draft -> draft.references.set(1, account("windpark-nord", SELLER)))
                .breaks(Rule.RECEIVER_IS_NOT_SENDER);
    }

    /** Anyone opens himself an account that only he and his friends have signed. */
    @Test
    void theReceiversAccountIsWithTheIssuingBodyOfTheCertificates() {
        TestIdentity namesake = new TestIdentity(Draft.ISSUER.getName());
        AccountState own = new AccountState(
                "acme",
                "Acme",
                "NL",
                singletonList("buyer"),
                BUYER.getPublicKey(),
                namesake.getParty(),
                namesake.getParty());
        Draft.of(new OpenAccount("a"), BUYER, namesake).out(own).isLawful();
        PROPOSED.tweak(draft -> draft.references.set(1, own)).breaks(Rule.ACCOUNT_EXISTS);
    }

    @Test
    void termsAreComplete() {
        proposing(terms("TR-1", BUYER, UNTIL)).breaks(Rule.TRANSFER_IS_COMPLETE);
        proposing(terms(NUMBER, BUYER, UNTIL.plusSeconds(181))).breaks(Rule.TRANSFER_IS_COMPLETE);
        proposing(terms(NUMBER, BUYER, Draft.NOW)).breaks(Rule.TRANSFER_IS_COMPLETE);
        PROPOSED.output(0, PENDING.activeOf(SELLER.getPublicKey())).breaks(Rule.TRANSFER_IS_COMPLETE);
    }

    @Test
    void nothingIsLostNorGivenAwayAtTheCuts() {
        PROPOSED.tweak(draft -> draft.outputs.remove(1)).breaks(Rule.ENERGY_IS_CONSERVED);
        PROPOSED.output(1, between(certificate(), 0, 100_001)).breaks(Rule.ENERGY_IS_CONSERVED);
        PROPOSED.output(2, between(certificate(), 500_000, 700_000).activeOf(BUYER.getPublicKey()))
                .breaks(Rule.OWNERSHIP_FOLLOWS_COMMAND);
        ACCEPTED.output(0, PENDING.activeOf(STRANGER.getPublicKey())).breaks(Rule.OWNERSHIP_FOLLOWS_COMMAND);
        RECALLED.output(0, PENDING.activeOf(BUYER.getPublicKey())).breaks(Rule.OWNERSHIP_FOLLOWS_COMMAND);
    }

    @Test
    void whatHasLapsedIsNotAcceptedAndNothingLapsesBefore() {
        ACCEPTED.tweak(draft -> draft.window = TimeWindow.between(UNTIL.minusSeconds(1), UNTIL.plusSeconds(1)))
                .breaks(Rule.TRANSFER_IS_OPEN);
        LAPSED.tweak(draft -> draft.window = TimeWindow.between(UNTIL.minusSeconds(1), UNTIL.plusSeconds(60)))
                .breaks(Rule.TRANSFER_HAS_LAPSED);
        LAPSED.tweak(draft -> draft.window = TimeWindow.untilOnly(UNTIL.plusSeconds(60)))
                .breaks(Rule.TRANSFER_HAS_LAPSED);
    }

    @Test
    void anOldCertificateDoesNotMove() {
        Instant late = Instant.ofEpochSecond(Scene.BUNDLE.issuance().tradableUntilEpochSecond());
        PROPOSED.tweak(draft -> draft.window = TimeWindow.between(late.minusSeconds(1), late.plusSeconds(1)))
                .breaks(Rule.CERTIFICATE_IS_NOT_EXPIRED);
    }

    @Test
    void nothingElseTakesPart() {
        PROPOSED.tweak(draft -> draft.out(Scene.money(SELLER, 1))).breaks(Rule.STATES_ARE_EXPECTED);
        ACCEPTED.tweak(draft -> draft.out(Scene.money(SELLER, 1))).breaks(Rule.STATES_ARE_EXPECTED);
        RECALLED.tweak(draft -> draft.out(Scene.money(SELLER, 1))).breaks(Rule.STATES_ARE_EXPECTED);
    }

    @Test
    void onlyPiecesOfOneProposalAreTakenTogether() {
        acceptingWith(terms(NUMBER, BUYER, UNTIL)).isLawful();
        acceptingWith(terms("TR-OTHER", BUYER, UNTIL)).breaks(Rule.CERTIFICATE_IS_PENDING);
        acceptingWith(terms(NUMBER, STRANGER, UNTIL)).breaks(Rule.CERTIFICATE_IS_PENDING);
        acceptingWith(terms(NUMBER, BUYER, UNTIL.minusSeconds(1))).breaks(Rule.CERTIFICATE_IS_PENDING);
        acceptingWith(new TransferTerms(NUMBER, BUYER.getPublicKey(), UNTIL, "invoice 8"))
                .breaks(Rule.CERTIFICATE_IS_PENDING);
    }

    private static Draft acceptingWith(TransferTerms terms) {
        CertificateState other = between(certificate(), 500_000, 700_000).lockedUnder(terms);
        return ACCEPTED.tweak(draft -> draft.in(other).out(other.activeOf(BUYER.getPublicKey())));
    }

    @Test
    void theLockIsExactlyWhatWasProposed() {
        PROPOSED.output(1, between(PENDING, 100_000, 200_000)).breaks(Rule.ENERGY_IS_CONSERVED);
        PROPOSED.output(1, between(certificate(), 0, 100_000).lockedUnder(OPEN)).breaks(Rule.OWNERSHIP_FOLLOWS_COMMAND);
        PROPOSED.output(1, between(certificate(), 0, 100_000).lockedUnder(TERMS))
                .breaks(Rule.OWNERSHIP_FOLLOWS_COMMAND);
    }
}
