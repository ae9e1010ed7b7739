package energy.registry.ledger.flow;

import co.paralleluniverse.fibers.Suspendable;
import energy.registry.domain.certificate.CertificateBundle;
import energy.registry.domain.certificate.CertificateEnd;
import energy.registry.domain.certificate.EndKind;
import energy.registry.domain.rule.Rule;
import energy.registry.ledger.contract.Expire;
import energy.registry.ledger.state.CertificateState;
import energy.registry.ledger.state.CertificateStatus;
import energy.registry.ledger.state.EndState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.StartableByRPC;
import net.corda.core.identity.AnonymousParty;
import net.corda.core.identity.Party;
import net.corda.core.transactions.SignedTransaction;
import net.corda.core.transactions.TransactionBuilder;

/** Puts down certificates whose time is over, named ones or the oldest; runs on the node that sees them all. */
@StartableByRPC
public final class ExpireOldCertificates extends LedgerFlow<ExpiredCertificates> {
    private final List<String> certificateIds;
    private final int limit;

    /**
     * @param certificateIds which; empty for any that are over
     * @param limit how many at most, 1 to {@link CertificateEnd#LINES_MAX}
     */
    public ExpireOldCertificates(String requestId, List<String> certificateIds, int limit) {
        super(Expire.class, requestId);
        this.certificateIds = new ArrayList<>(certificateIds);
        this.limit = limit;
    }

    @Suspendable
    @Override
    LedgerDraft draft() throws FlowException {
        List<StateAndRef<CertificateState>> found = found();
        if (found.isEmpty()) {
            throw LedgerRefusal.of(Rule.CERTIFICATE_IS_EXPIRED.isBrokenBy("no live certificate's time is over"));
        }
        Party issuer = found.get(0).getState().getData().getIssuer();
        TransactionBuilder builder = builder();
        List<CertificateBundle> lines = new ArrayList<>();
        List<Party> hosts = new ArrayList<>();
        for (StateAndRef<CertificateState> each : found) {
            CertificateState state = each.getState().getData();
            builder.addInputState(each);
            lines.add(state.certificate());
            hosts.add(getServiceHub()
                    .getIdentityService()
                    .requireWellKnownPartyFromAnonymous(new AnonymousParty(state.getOwner())));
        }
        Party self = parties().self();
        builder.addOutputState(new EndState(new CertificateEnd(EndKind.EXPIRED, requestId(), lines).encode(), issuer))
                .addCommand(new Expire(requestId()), self.getOwningKey());
        hosts.add(issuer);
        return LedgerDraft.of(builder, parties().others(hosts.toArray(new Party[0])), self.getOwningKey());
    }

    private List<StateAndRef<CertificateState>> found() throws LedgerRefusal {
        if (certificateIds.isEmpty()) {
            List<StateAndRef<CertificateState>> over = new ArrayList<>(
                    view().expiredBefore(now().minus(CLOCK_TOLERANCE).getEpochSecond(), limit));
            over.removeIf(state -> state.getState().getData().status() == CertificateStatus.EXPORT_PENDING);
            return over;
        }
        List<StateAndRef<CertificateState>> named = new ArrayList<>();
        for (String id : certificateIds) {
            named.add(view().certificate(id));
        }
        return named;
    }

    @Override
    ExpiredCertificates result(SignedTransaction recorded) {
        long expired = recorded.getTx()
                .outputsOfType(EndState.class)
                .get(0)
                .record()
                .lines()
                .size();
        return new ExpiredCertificates(Collections.singletonList(text(recorded.getId())), expired);
    }
}
