package energy.registry.ledger.contract;

import energy.registry.domain.certificate.RecordNumber;
import energy.registry.domain.rule.Rule;
import energy.registry.domain.rule.Verdict;
import energy.registry.ledger.state.AccountState;
import energy.registry.ledger.state.CertificateState;
import energy.registry.ledger.state.Keys;
import energy.registry.ledger.state.TransferTerms;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A transfer without payment: the owner locks pieces for one receiver, who accepts or rejects; until then the owner may
 * recall, and after its end anyone may put it down.
 */
final class TransferRules {
    /** Certificates of one transfer: a transaction of this many states takes seconds. */
    static final int ITEMS_MAX = 64;

    /** A lock that nobody minds must not last. */
    static final Duration OPEN_MAX = Duration.ofHours(72);

    private final Facts facts;

    TransferRules(Facts facts) {
        this.facts = facts;
    }

    Verdict proposed(ProposeTransfer command) {
        List<CertificateState> before = facts.inputs(CertificateState.class);
        int items = command.getPieces().size();
        boolean expected = items >= 1
                && items <= ITEMS_MAX
                && before.size() == items
                && facts.hasOnly(items, facts.outputs(CertificateState.class).size(), 2)
                && facts.references(AccountState.class).size() == 1
                && !facts.outputs(CertificateState.class).isEmpty();
        return Verdict.firstOf(() -> facts.shape(expected), () -> proposed(command, before));
    }

    private Verdict proposed(ProposeTransfer command, List<CertificateState> before) {
        Optional<TransferTerms> found =
                facts.outputs(CertificateState.class).get(0).transfer();
        if (!found.isPresent()) {
            return Rule.TRANSFER_IS_COMPLETE.isBrokenBy("no terms");
        }
        TransferTerms terms = found.get();
        CertificateState first = before.get(0);
        AccountState receiver = facts.references(AccountState.class).get(0);
        String number = RecordNumber.ofRequest("TR", command.getRequestId(), Keys.idOf(first.getOwner()));
        return Verdict.firstOf(
                () -> Rule.OWNER_HOLDS_CERTIFICATE.holds(Facts.haveOneOwner(before), "several owners"),
                () -> facts.signedBy(first.getOwner(), "the owner"),
                () -> facts.eachCanMove(before, command.getPieces()),
                () -> Rule.ACCOUNT_EXISTS.holds(receiver.getKey().equals(terms.getReceiver()), "the receiver"),
                () -> Rule.ACCOUNT_EXISTS.holds(
                        receiver.getIssuingBody().equals(first.getIssuer()), "an account with another issuing body"),
                () -> Rule.RECEIVER_IS_NOT_SENDER.holds(
                        !terms.getReceiver().equals(first.getOwner()), receiver.getAccountId()),
                () -> Rule.TRANSFER_IS_COMPLETE.holds(
                        terms.getTransferId().equals(number), "number " + terms.getTransferId()),
                () -> Rule.TRANSFER_IS_COMPLETE.holds(
                        facts.happensBefore(terms.getUntil())
                                && !facts.happensBefore(terms.getUntil().minus(OPEN_MAX)),
                        "until " + terms.getUntil()),
                () -> new Freezes(facts).allow(before, terms.getReceiver()),
                () -> Pieces.follow(locked(command, before, terms), facts.outputs(CertificateState.class)));
    }

    private static List<CertificateState> locked(
            ProposeTransfer command, List<CertificateState> before, TransferTerms terms) {
        List<CertificateState> expected = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            SerialRange piece = command.getPieces().get(i);
            expected.add(Pieces.piece(before.get(i), piece).lockedUnder(terms));
            expected.addAll(Pieces.rests(before.get(i), piece));
        }
        return expected;
    }

    Verdict accepted() {
        List<CertificateState> before = facts.inputs(CertificateState.class);
        return Verdict.firstOf(
                () -> facts.shape(isWhole(before, 1)),
                () -> pending(before),
                () -> accepted(before, before.get(0).transfer().get()));
    }

    private Verdict accepted(List<CertificateState> before, TransferTerms terms) {
        List<CertificateState> expected = new ArrayList<>();
        before.forEach(state -> expected.add(state.activeOf(terms.getReceiver())));
        return Verdict.firstOf(
                () -> facts.signedBy(terms.getReceiver(), "the receiver"),
                () -> Rule.TRANSFER_IS_OPEN.holds(facts.happensBefore(terms.getUntil()), "until " + terms.getUntil()),
                () -> facts.eachIsTradable(before),
                () -> new Freezes(facts).allow(before, terms.getReceiver()),
                () -> Pieces.follow(expected, facts.outputs(CertificateState.class)));
    }

    Verdict returned(ReturnTransfer command) {
        List<CertificateState> before = facts.inputs(CertificateState.class);
        return Verdict.firstOf(
                () -> facts.shape(isWhole(before, 0)),
                () -> pending(before),
                () -> returned(command, before, before.get(0).transfer().get()));
    }

    /** Nothing moves, so that a freeze does not hinder it: what is frozen stays so in the sender's hands. */
    private Verdict returned(ReturnTransfer command, List<CertificateState> before, TransferTerms terms) {
        List<CertificateState> expected = new ArrayList<>();
        before.forEach(state -> expected.add(state.activeOf(state.getOwner())));
        return Verdict.firstOf(
                () -> ended(command.getOutcome(), before.get(0), terms),
                () -> Pieces.follow(expected, facts.outputs(CertificateState.class)));
    }

    private Verdict ended(TransferOutcome outcome, CertificateState state, TransferTerms terms) {
        if (outcome == TransferOutcome.REJECTED) {
            return facts.signedBy(terms.getReceiver(), "the receiver");
        }
        if (outcome == TransferOutcome.RECALLED) {
            return facts.signedBy(state.getOwner(), "the sender");
        }
        return Rule.TRANSFER_HAS_LAPSED.holds(facts.happensAfter(terms.getUntil()), "until " + terms.getUntil());
    }

    private boolean isWhole(List<CertificateState> before, int references) {
        return !before.isEmpty()
                && before.size() <= ITEMS_MAX
                && facts.hasOnly(before.size(), before.size(), references)
                && facts.outputs(CertificateState.class).size() == before.size();
    }

    private static Verdict pending(List<CertificateState> before) {
        Optional<TransferTerms> terms = before.get(0).transfer();
        boolean one = terms.isPresent()
                && before.stream().allMatch(state -> state.transfer().equals(terms))
                && Facts.haveOneOwner(before);
        return Rule.CERTIFICATE_IS_PENDING.holds(
                one, before.get(0).certificate().certificateId());
    }
}
