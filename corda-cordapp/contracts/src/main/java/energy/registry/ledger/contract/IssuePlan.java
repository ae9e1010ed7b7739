package energy.registry.ledger.contract;

import energy.registry.domain.claim.SignedClaim;
import energy.registry.domain.cursor.CursorPage;
import energy.registry.domain.cursor.LateWindow;
import energy.registry.domain.cursor.MeterCursor;
import energy.registry.domain.device.Technology;
import energy.registry.domain.rule.Rule;
import energy.registry.domain.rule.Verdict;
import energy.registry.ledger.state.CertificateState;
import energy.registry.ledger.state.CursorPageState;
import energy.registry.ledger.state.Keys;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What follows from claims on some cursor pages. The contract computes it to compare, the issuing flow to build: there is
 * one place where claims become certificates.
 */
public final class IssuePlan {
    /** Claims of one transaction: bounds the work of a verification. */
    public static final int CLAIMS_MAX = 256;

    private final List<CursorPageState> states;
    private final List<CursorPage> pages = new ArrayList<>();
    private final Set<Integer> touched = new HashSet<>();
    private final List<CertificateState> certificates = new ArrayList<>();
    private final LedgerSignatures signatures = new LedgerSignatures();
    private final long issuedEpochSecond;
    private final LateWindow window;

    public IssuePlan(List<CursorPageState> before, long issuedEpochSecond) {
        this(before, issuedEpochSecond, LateWindow.CLOSED);
    }

    public IssuePlan(List<CursorPageState> before, long issuedEpochSecond, LateWindow window) {
        this.window = window;
        this.states = new ArrayList<>(before);
        this.issuedEpochSecond = issuedEpochSecond;
        before.forEach(state -> pages.add(state.cursors()));
    }

    /** Takes a claim in, or leaves everything as it was and says why. */
    public Verdict add(byte[] claim) {
        return add(claim, false);
    }

    /** Takes in a claim of a storage unit, whose energy has to be covered by what it was charged with. */
    public Verdict addDischarge(byte[] claim) {
        return add(claim, true);
    }

    private Verdict add(byte[] claim, boolean discharge) {
        Verdict canonical = IssueRules.isCanonical(claim);
        if (!canonical.isValid()) {
            return canonical;
        }
        SignedClaim signed = SignedClaim.decode(claim);
        String meterId = signed.claim().statement().meterId();
        for (int i = 0; i < pages.size(); i++) {
            MeterCursor cursor = pages.get(i).ofMeter(meterId).orElse(null);
            if (cursor != null) {
                int page = i;
                boolean storage = cursor.terms().device().technology() == Technology.STORAGE;
                return Verdict.firstOf(
                        () -> Rule.STORED_ENERGY_IS_DISCHARGED.holds(
                                storage == discharge, cursor.terms().device().deviceId()),
                        () -> add(page, cursor, signed));
            }
        }
        return MeterCursor.unregistered(meterId);
    }

    private Verdict add(int page, MeterCursor cursor, SignedClaim signed) {
        CursorPageState state = states.get(page);
        MeterCursor.Acceptance acceptance =
                cursor.accept(signed, signatures, state.getIssuer().getName().toString(), issuedEpochSecond, window);
        if (!acceptance.verdict().isValid()) {
            return acceptance.verdict();
        }
        touched.add(page);
        pages.set(page, pages.get(page).with(acceptance.next()));
        acceptance
                .bundle()
                .ifPresent(bundle -> certificates.add(
                        CertificateState.active(bundle, Keys.ledgerKey(acceptance.owner()), state.getIssuer())));
        return Verdict.VALID;
    }

    /** Whether a claim was taken in on the page at this index. */
    public boolean changes(int page) {
        return touched.contains(page);
    }

    /** The pages after all claims taken in, in the order given. */
    public List<CursorPageState> pages() {
        List<CursorPageState> after = new ArrayList<>(pages.size());
        for (int i = 0; i < pages.size(); i++) {
            after.add(states.get(i).with(pages.get(i)));
        }
        return after;
    }

    /** The certificates, in the order of the claims; claims without energy make none. */
    public List<CertificateState> certificates() {
        return new ArrayList<>(certificates);
    }
}
