package energy.registry.ledger.attack;

import energy.registry.domain.certificate.CertificateBundle;
import energy.registry.domain.claim.GenerationClaim;
import energy.registry.domain.claim.SignedClaim;
import energy.registry.domain.evidence.IntervalStatement;
import energy.registry.ledger.contract.Issue;
import energy.registry.ledger.state.CertificateState;
import energy.registry.ledger.state.CertificateStatus;
import energy.registry.ledger.state.RetirementState;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.corda.core.utilities.OpaqueBytes;

/**
 * The naive model: every watt-hour is a thing of its own. It knows what the meters really measured and what honest
 * verifiers really signed, and of a move it asks only what became of each watt-hour, of each cent, of each device and of
 * each issued quarter of an hour.
 */
final class Truth {
    /** More than all plants of a campaign make; a bundle above it is not counted one by one. */
    private static final long WATT_HOURS_MAX = 50_000;

    private final Map<String, Wh> everIssued = new HashMap<>();
    private final Map<String, Set<Long>> issuedHours = new HashMap<>();
    private final Set<String> honestClaims = new HashSet<>();
    private final MoneyTruth money = new MoneyTruth();
    private final RegisterTruth register = new RegisterTruth();

    /** An honest meter and honest verifiers signed this claim. */
    void vouchFor(SignedClaim claim) {
        honestClaims.add(claim.claim().id().toString());
    }

    Set<Long> issuedHours(String device) {
        return issuedHours.computeIfAbsent(device, any -> new HashSet<>());
    }

    Optional<String> harmOf(Move move) {
        try {
            return Harm.of(() -> judge(move));
        } catch (IllegalArgumentException unreadable) {
            return Optional.of("something in it cannot be read: " + unreadable.getMessage());
        }
    }

    private void judge(Move move) {
        Harm.when(!move.inputsOf(RetirementState.class).isEmpty(), "a retirement is taken back");
        Map<String, Wh> before = new LinkedHashMap<>();
        for (CertificateState state : move.inputsOf(CertificateState.class)) {
            expand(state).forEach((name, wh) -> before.put(name, wh));
        }
        Map<String, Wh> after = after(move);
        Map<String, Long> claimed = claimedHours(move);
        Map<String, Long> made = new HashMap<>();
        for (Wh wh : after.values()) {
            if (!before.containsKey(wh.name())) {
                Harm.when(everIssued.containsKey(wh.name()), wh.name() + " exists already");
                Harm.when(wh.fate != Wh.Fate.ACTIVE, wh.name() + " is born locked");
                Harm.when(!register.ownerOf(wh.device).equals(wh.owner), wh.name() + " is born to a stranger");
                made.merge(wh.device + "@" + wh.hour, 1L, Long::sum);
            }
        }
        claimed.values().removeIf(energy -> energy == 0);
        Harm.when(!made.equals(claimed), "made " + made + ", metered " + claimed);
        for (Wh was : before.values()) {
            Harm.when(!after.containsKey(was.name()), was.name() + " is gone");
        }
        money.judge(move, Fates.judge(move, before, after));
        register.judge(move, this::issuedHours, honestHours(move));
    }

    private static Map<String, Wh> after(Move move) {
        Map<String, Wh> after = new LinkedHashMap<>();
        for (CertificateState state : move.outputsOf(CertificateState.class)) {
            expand(state).forEach((name, wh) -> Harm.when(after.put(name, wh) != null, name + " comes out twice"));
        }
        for (RetirementState state : move.outputsOf(RetirementState.class)) {
            for (CertificateBundle line : state.record().lines()) {
                expand(line, state.getOwner(), Wh.Fate.RETIRED, null)
                        .forEach((name, wh) -> Harm.when(after.put(name, wh) != null, name + " comes out twice"));
            }
        }
        return after;
    }

    private static Map<String, Wh> expand(CertificateState state) {
        Wh.Fate fate = state.status() == CertificateStatus.OFFERED ? Wh.Fate.OFFERED : Wh.Fate.ACTIVE;
        return expand(state.certificate(), state.getOwner(), fate, state);
    }

    private static Map<String, Wh> expand(
            CertificateBundle bundle, java.security.PublicKey owner, Wh.Fate fate, CertificateState state) {
        Harm.when(bundle.quantity().toLong() > WATT_HOURS_MAX, "more energy than there is");
        Map<String, Wh> all = new LinkedHashMap<>();
        int origin = java.util.Arrays.hashCode(bundle.issuance().encode());
        for (int i = 0; i < bundle.intervalCount(); i++) {
            for (long serial = bundle.serialWh(i); serial < bundle.serialWh(i + 1); serial++) {
                Wh wh = new Wh(
                        bundle.deviceId(),
                        serial,
                        bundle.period(i).startEpochSecond(),
                        owner,
                        fate,
                        state == null ? null : state.offer().orElse(null),
                        origin,
                        bundle.issuance().tradableUntilEpochSecond(),
                        bundle.issuance().expiresEpochSecond());
                all.put(wh.name(), wh);
            }
        }
        return all;
    }

    /** Energy by device and hour that the move's claims give a right to; what no honest party said gives none. */
    private Map<String, Long> claimedHours(Move move) {
        Map<String, Long> claimed = new HashMap<>();
        if (move.command() instanceof Issue) {
            for (OpaqueBytes bytes : ((Issue) move.command()).getClaims()) {
                Optional<SignedClaim> claim = honest(bytes.getBytes());
                claim.ifPresent(signed -> add(signed.claim(), claimed));
            }
        }
        return claimed;
    }

    private void add(GenerationClaim claim, Map<String, Long> claimed) {
        IntervalStatement statement = claim.statement();
        for (int i = 0; i < claim.intervalCount(); i++) {
            int interval = claim.firstInterval() + i;
            long hour = statement.period(interval).startEpochSecond();
            String name = claim.deviceId() + "@" + hour;
            Harm.when(
                    issuedHours(claim.deviceId()).contains(hour) || claimed.containsKey(name), name + " issued twice");
            claimed.put(name, statement.energy(interval).toLong());
        }
    }

    private Map<String, Set<Long>> honestHours(Move move) {
        Map<String, Set<Long>> hours = new HashMap<>();
        if (move.command() instanceof Issue) {
            for (OpaqueBytes bytes : ((Issue) move.command()).getClaims()) {
                honest(bytes.getBytes()).ifPresent(signed -> hours.computeIfAbsent(
                                signed.claim().deviceId(), any -> new HashSet<>())
                        .addAll(hoursOf(signed.claim())));
            }
        }
        return hours;
    }

    private static Set<Long> hoursOf(GenerationClaim claim) {
        Set<Long> hours = new HashSet<>();
        for (int i = 0; i < claim.intervalCount(); i++) {
            hours.add(claim.statement().period(claim.firstInterval() + i).startEpochSecond());
        }
        return hours;
    }

    private Optional<SignedClaim> honest(byte[] bytes) {
        try {
            SignedClaim claim = SignedClaim.decode(bytes);
            return honestClaims.contains(claim.claim().id().toString()) ? Optional.of(claim) : Optional.empty();
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /** The move happened. */
    void record(Move move) {
        after(move).forEach(everIssued::put);
        honestHours(move).forEach((device, hours) -> issuedHours(device).addAll(hours));
        register.record(move);
    }
}
