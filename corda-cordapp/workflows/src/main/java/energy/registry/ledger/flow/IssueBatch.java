package energy.registry.ledger.flow;

import energy.registry.domain.claim.SignedClaim;
import energy.registry.domain.control.FreezeList;
import energy.registry.domain.cursor.LateWindow;
import energy.registry.domain.cursor.MeterCursor;
import energy.registry.domain.encoding.Digest;
import energy.registry.domain.rule.Rule;
import energy.registry.domain.rule.Verdict;
import energy.registry.ledger.contract.Issue;
import energy.registry.ledger.contract.IssuePlan;
import energy.registry.ledger.state.CertificateState;
import energy.registry.ledger.state.ControlState;
import energy.registry.ledger.state.CursorPageState;
import energy.registry.ledger.state.DeviceState;
import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.identity.AnonymousParty;
import net.corda.core.identity.Party;
import net.corda.core.node.ServiceHub;
import net.corda.core.transactions.SignedTransaction;
import net.corda.core.transactions.TransactionBuilder;
import net.corda.core.utilities.OpaqueBytes;

/** Claims on their way into one transaction, on the cursor pages as the vault has them now. */
final class IssueBatch {
    private final ServiceHub services;
    private final LedgerParties parties;
    private final List<byte[]> claims;
    private final Instant now;
    private final Optional<StateAndRef<ControlState>> control;
    private final List<StateAndRef<CursorPageState>> pages;
    private final Map<String, Integer> pageOfMeter = new LinkedHashMap<>();
    private final IssuePlan plan;
    private int taken;

    IssueBatch(ServiceHub services, List<byte[]> claims) {
        this(services, claims, LateWindow.CLOSED);
    }

    IssueBatch(ServiceHub services, List<byte[]> claims, LateWindow window) {
        this.services = services;
        this.parties = new LedgerParties(services);
        this.claims = claims;
        this.now = services.getClock().instant();
        this.control = new LedgerView(services).findControl();
        this.pages = pagesOf(claims);
        List<CursorPageState> states = new ArrayList<>();
        pages.forEach(page -> states.add(page.getState().getData()));
        this.plan = new IssuePlan(states, now.getEpochSecond(), window);
    }

    private List<StateAndRef<CursorPageState>> pagesOf(List<byte[]> batch) {
        LedgerView view = new LedgerView(services);
        Map<Integer, StateAndRef<CursorPageState>> found = new LinkedHashMap<>();
        for (byte[] claim : batch) {
            String meterId = meterOf(claim);
            if (pageOfMeter.containsKey(meterId)) {
                continue;
            }
            Optional<StateAndRef<DeviceState>> device = view.deviceOfMeter(meterId);
            int number = device.isPresent() ? device.get().getState().getData().getPage() : ClaimOutcome.PAGE_UNKNOWN;
            pageOfMeter.put(meterId, number);
            if (device.isPresent()) {
                if (!found.containsKey(number)) {
                    view.page(number).ifPresent(page -> found.put(number, page));
                }
            }
        }
        return new ArrayList<>(found.values());
    }

    /** The meter a claim speaks of, or nothing when the bytes are no claim: the plan says so. */
    private static String meterOf(byte[] claim) {
        try {
            return SignedClaim.decode(claim).claim().statement().meterId();
        } catch (IllegalArgumentException noClaim) {
            return "";
        }
    }

    Verdict add(byte[] claim) {
        String meterId = meterOf(claim);
        if (!meterId.isEmpty() && pageOf(meterId) == ClaimOutcome.PAGE_UNKNOWN) {
            return MeterCursor.unregistered(meterId);
        }
        Verdict frozen = isFree(claim, meterId);
        if (!frozen.isValid()) {
            return frozen;
        }
        Verdict verdict = plan.add(claim);
        taken += verdict.isValid() ? 1 : 0;
        return verdict;
    }

    /** A frozen device's claim must not sink its batch. */
    private Verdict isFree(byte[] claim, String meterId) {
        FreezeList list =
                control.map(found -> found.getState().getData().list()).orElse(FreezeList.EMPTY);
        if (list.freezes().isEmpty() || meterId.isEmpty()) {
            return Verdict.VALID;
        }
        long since = now.minus(LedgerFlow.CLOCK_TOLERANCE).getEpochSecond();
        String deviceId = SignedClaim.decode(claim).claim().deviceId();
        for (StateAndRef<CursorPageState> page : pages) {
            Optional<MeterCursor> cursor = page.getState().getData().cursors().ofMeter(meterId);
            if (cursor.isPresent()) {
                String keyId = cursor.get()
                        .history()
                        .during(SignedClaim.decode(claim).claim().period())
                        .orElse(cursor.get().terms())
                        .ownerKey()
                        .id()
                        .toString();
                boolean frozen = list.ofDevice(deviceId, since).isPresent()
                        || list.ofKey(keyId, since).isPresent();
                return Rule.SUBJECT_IS_NOT_FROZEN.holds(!frozen, "device " + deviceId + " or its owner");
            }
        }
        return Verdict.VALID;
    }

    /** The number of the page that the claim's meter stands on. */
    int pageOf(byte[] claim) {
        return pageOf(meterOf(claim));
    }

    private int pageOf(String meterId) {
        return pageOfMeter.getOrDefault(meterId, ClaimOutcome.PAGE_UNKNOWN);
    }

    /** How many claims the plan has taken in. */
    int taken() {
        return taken;
    }

    /** The transaction of the claims taken in, given by their places in the batch. */
    SignedTransaction sign(List<Integer> accepted) {
        PublicKey issuer = parties.self().getOwningKey();
        return services.signInitialTransaction(draft(accepted, issuer), issuer);
    }

    /** The same before anybody signs it. */
    TransactionBuilder draft(List<Integer> accepted, PublicKey... signers) {
        List<OpaqueBytes> bytes = new ArrayList<>(accepted.size());
        accepted.forEach(i -> bytes.add(new OpaqueBytes(claims.get(i))));
        TransactionBuilder builder = new TransactionBuilder(parties.notary());
        builder.setTimeWindow(LedgerFlow.windowAround(now));
        List<CursorPageState> after = plan.pages();
        for (int i = 0; i < pages.size(); i++) {
            if (plan.changes(i)) {
                builder.addInputState(pages.get(i));
                builder.addOutputState(after.get(i));
            }
        }
        control.ifPresent(found -> builder.addReferenceState(found.referenced()));
        plan.certificates().forEach(builder::addOutputState);
        builder.addCommand(new Issue(requestId(bytes), bytes, now.getEpochSecond()), signers);
        return builder;
    }

    /** A batch is named by its claims. */
    private static String requestId(List<OpaqueBytes> bytes) {
        byte[][] parts = new byte[bytes.size()][];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = bytes.get(i).getBytes();
        }
        return Digest.sha(parts).toString();
    }

    /** The nodes that host the owners, and the regulator. */
    List<Party> others() {
        List<Party> hosts = new ArrayList<>();
        for (CertificateState certificate : plan.certificates()) {
            Party host = services.getIdentityService()
                    .requireWellKnownPartyFromAnonymous(new AnonymousParty(certificate.getOwner()));
            if (!hosts.contains(host)) {
                hosts.add(host);
            }
        }
        return parties.others(hosts.toArray(new Party[0]));
    }
}
