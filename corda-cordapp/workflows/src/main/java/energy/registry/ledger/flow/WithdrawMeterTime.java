package energy.registry.ledger.flow;

import co.paralleluniverse.fibers.Suspendable;
import energy.registry.domain.certificate.CertificateBundle;
import energy.registry.domain.certificate.CertificateEnd;
import energy.registry.domain.certificate.EndKind;
import energy.registry.domain.claim.SignedClaim;
import energy.registry.domain.cursor.MeterCursor;
import energy.registry.domain.encoding.Digest;
import energy.registry.domain.energy.ProductionPeriod;
import energy.registry.domain.energy.WattHours;
import energy.registry.domain.rule.Rule;
import energy.registry.ledger.contract.Issue;
import energy.registry.ledger.contract.Pieces;
import energy.registry.ledger.contract.SerialRange;
import energy.registry.ledger.contract.WithdrawCertificates;
import energy.registry.ledger.event.LedgerEventLog;
import energy.registry.ledger.state.CertificateState;
import energy.registry.ledger.state.CursorPageState;
import energy.registry.ledger.state.DeviceState;
import energy.registry.ledger.state.EndState;
import energy.registry.ledger.state.Keys;
import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.corda.core.contracts.Command;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.contracts.StateRef;
import net.corda.core.contracts.TransactionState;
import net.corda.core.crypto.SecureHash;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.StartableByRPC;
import net.corda.core.identity.AnonymousParty;
import net.corda.core.identity.Party;
import net.corda.core.transactions.SignedTransaction;
import net.corda.core.transactions.TransactionBuilder;
import net.corda.core.utilities.OpaqueBytes;

/**
 * Withdraws what was issued for a time of a meter, within one claim; runs on the issuing body's node.
 *
 * <ol>
 *   <li>Ask the regulator's node which certificates of that time live, whoever owns them.
 *   <li>Cut the time out of each; what lies outside stays with its owner as it is.
 *   <li>Open the time again where all of its energy is there, or book what is missing as debt.
 *   <li>Where an owner changed, have the regulator sign, which it does when it has approved.
 * </ol>
 */
@StartableByRPC
public final class WithdrawMeterTime extends LedgerFlow<WithdrawnTime> {
    private final String actor;
    private final String reason;
    private final String caseNo;
    private final String meterId;
    private final Instant start;
    private final Instant end;

    public WithdrawMeterTime(
            String requestId, String actor, String reason, String caseNo, String meterId, Instant start, Instant end) {
        super(WithdrawCertificates.class, requestId);
        this.actor = actor;
        this.reason = reason;
        this.caseNo = caseNo;
        this.meterId = meterId;
        this.start = start;
        this.end = end;
    }

    @Suspendable
    @Override
    LedgerDraft draft() throws FlowException {
        DeviceState device = view().deviceOfMeter(meterId)
                .orElseThrow(() -> LedgerRefusal.of(Rule.METER_IS_REGISTERED.isBrokenBy("meter " + meterId)))
                .getState()
                .getData();
        IssuedFromQuery query =
                new IssuedFromQuery(device.record().deviceId(), start.getEpochSecond(), end.getEpochSecond(), "");
        List<StateAndRef<CertificateState>> found =
                new ArrayList<>(subFlow(new AskWhatIsIssued(parties().regulator(), query)));
        found.sort(Comparator.comparingLong(
                state -> state.getState().getData().certificate().serialFromWh()));
        return draft(
                found,
                view().page(device.getPage())
                        .orElseThrow(
                                () -> new IllegalStateException("a device's page is in the issuing body's vault")));
    }

    private LedgerDraft draft(List<StateAndRef<CertificateState>> found, StateAndRef<CursorPageState> page)
            throws FlowException {
        byte[] claim = claimOf(found);
        ProductionPeriod part = ProductionPeriod.between(start.getEpochSecond(), end.getEpochSecond());
        CursorPageState before = page.getState().getData();
        MeterCursor cursor = before.cursors()
                .ofMeter(meterId)
                .orElseThrow(() -> new IllegalStateException("the page of a device has its cursor"));
        TransactionBuilder builder = builder().addInputState(page);
        List<CertificateBundle> lines = new ArrayList<>();
        List<CertificateState> rests = new ArrayList<>();
        List<Party> hosts = new ArrayList<>();
        WattHours sum = WattHours.ZERO;
        Set<PublicKey> owners = new LinkedHashSet<>();
        for (StateAndRef<CertificateState> each : found) {
            CertificateState state = each.getState().getData();
            long[] serials = state.certificate().serialsWithin(part);
            SerialRange piece = new SerialRange(serials[0], serials[1]);
            CertificateBundle line = Pieces.piece(state, piece).certificate();
            builder.addInputState(each);
            lines.add(line);
            rests.addAll(Pieces.rests(state, piece));
            sum = sum.plus(line.quantity());
            owners.add(state.getOwner());
            hosts.add(getServiceHub()
                    .getIdentityService()
                    .requireWellKnownPartyFromAnonymous(new AnonymousParty(state.getOwner())));
        }
        MeterCursor.Acceptance next = cursor.withdraw(SignedClaim.decode(claim).claim(), part, sum);
        LedgerRefusal.unless(next.verdict());
        owners.remove(Keys.ledgerKey(next.owner()));
        builder.addReferenceState(view().control().referenced())
                .addOutputState(before.with(before.cursors().with(next.next())))
                .addOutputState(new EndState(
                        new CertificateEnd(EndKind.WITHDRAWN, requestId(), lines).encode(), before.getIssuer()));
        rests.forEach(builder::addOutputState);
        return signed(builder, claim, !owners.isEmpty(), hosts, before.getIssuer());
    }

    private LedgerDraft signed(
            TransactionBuilder builder, byte[] claim, boolean changedHands, List<Party> hosts, Party issuer) {
        Party regulator = parties().regulator();
        List<PublicKey> keys = new ArrayList<>();
        keys.add(issuer.getOwningKey());
        if (changedHands) {
            keys.add(regulator.getOwningKey());
        }
        builder.addCommand(
                new WithdrawCertificates(
                        requestId(), actor, reason, caseNo, claim, start.getEpochSecond(), end.getEpochSecond()),
                keys);
        LedgerDraft draft =
                LedgerDraft.of(builder, parties().others(hosts.toArray(new Party[0])), issuer.getOwningKey());
        return changedHands ? draft.withConsentOf(regulator) : draft;
    }

    /** The one claim behind the certificates, from this node's own record of the issue. */
    private byte[] claimOf(List<StateAndRef<CertificateState>> found) throws LedgerRefusal {
        if (found.isEmpty() || found.size() > CertificateEnd.LINES_MAX) {
            throw LedgerRefusal.of(
                    Rule.CERTIFICATE_EXISTS.isBrokenBy(found.size() + " live certificates in that time; 1 to "
                            + CertificateEnd.LINES_MAX + " are withdrawn at once, where none lives book a correction"));
        }
        Digest id = found.get(0).getState().getData().certificate().issuance().claimId();
        for (StateAndRef<CertificateState> each : found) {
            if (!each.getState().getData().certificate().issuance().claimId().equals(id)) {
                throw LedgerRefusal.of(
                        Rule.WITHDRAWAL_NAMES_CLAIM.isBrokenBy("the time has several claims; withdraw one by one"));
            }
        }
        SecureHash txId = getServiceHub()
                .cordaService(LedgerEventLog.class)
                .transactionOf(LedgerEventLog.requestKey(Issue.class, id.toString()))
                .orElseThrow(() -> new IllegalStateException("the issuing body records what it issues"));
        for (Command<?> command : getServiceHub()
                .getValidatedTransactions()
                .getTransaction(txId)
                .getTx()
                .getCommands()) {
            for (OpaqueBytes claim : ((Issue) command.getValue()).getClaims()) {
                if (SignedClaim.decode(claim.getBytes()).claim().id().equals(id)) {
                    return claim.getBytes();
                }
            }
        }
        throw new IllegalStateException(txId + " does not issue claim " + id);
    }

    @Override
    WithdrawnTime result(SignedTransaction recorded) throws FlowException {
        CertificateEnd taken =
                recorded.getTx().outputsOfType(EndState.class).get(0).record();
        long debtBefore = 0;
        for (StateRef input : recorded.getInputs()) {
            TransactionState<?> state = getServiceHub().loadState(input);
            if (state.getData() instanceof CursorPageState) {
                debtBefore = debtOn((CursorPageState) state.getData());
            }
        }
        long debt = debtOn(recorded.getTx().outputsOfType(CursorPageState.class).get(0)) - debtBefore;
        return new WithdrawnTime(text(recorded.getId()), taken.quantityWh(), debt, debt == 0);
    }

    private long debtOn(CursorPageState page) {
        return page.cursors()
                .ofMeter(meterId)
                .map(cursor -> cursor.position().debtWh())
                .orElse(0L);
    }
}
