package energy.registry.ledger.attack;

import energy.registry.domain.certificate.CertificateBundle;
import energy.registry.domain.certificate.CertificateEnd;
import energy.registry.domain.certificate.EndKind;
import energy.registry.domain.claim.GenerationClaim;
import energy.registry.domain.claim.SignedClaim;
import energy.registry.domain.evidence.IntervalStatement;
import energy.registry.domain.exchange.ExchangeReceipt;
import energy.registry.domain.exchange.ReceiptKind;
import energy.registry.ledger.contract.Discharge;
import energy.registry.ledger.contract.Issue;
import energy.registry.ledger.state.CertificateState;
import energy.registry.ledger.state.CertificateStatus;
import energy.registry.ledger.state.EndState;
import energy.registry.ledger.state.RetirementState;
import java.security.PublicKey;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
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
    private final DebtTruth debts = new DebtTruth();
    private final AbroadTruth abroad = new AbroadTruth();
    private final StorageTruth storage = new StorageTruth();
    private final ConsumptionTruth consumption = new ConsumptionTruth();

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
        made(move, before, after);
        for (Wh was : before.values()) {
            Harm.when(!after.containsKey(was.name()), was.name() + " is gone");
        }
        consumption.judge(move);
        storage.judge(move, stored(after), fresh(before, after));
        money.judge(move, Fates.judge(move, before, after, this));
        register.judge(
                move, hoursAfter(move, before, after), debts.after(move, claimedHours(move), back(before, after)));
        honestHours(move).keySet().forEach(device -> RegisterTruth.moves(move, device));
        debts.deviceOf(move).ifPresent(device -> RegisterTruth.moves(move, device));
    }

    /** What comes into being was metered here and owes nothing, or was given by another registry. */
    private void made(Move move, Map<String, Wh> before, Map<String, Wh> after) {
        Map<String, PublicKey> given = abroad.given(move);
        Map<String, Long> made = new HashMap<>();
        for (Wh wh : after.values()) {
            if (!before.containsKey(wh.name())) {
                Harm.when(everIssued.containsKey(wh.name()), wh.name() + " exists already");
                Harm.when(wh.fate != Wh.Fate.ACTIVE, wh.name() + " is born locked");
                PublicKey owner = given.containsKey(wh.name()) ? given.get(wh.name()) : register.ownerOf(wh.device);
                Harm.when(!owner.equals(wh.owner), wh.name() + " is born to a stranger");
                if (!given.containsKey(wh.name())) {
                    made.merge(wh.device + "@" + wh.hour, 1L, Long::sum);
                }
            }
        }
        Map<String, Long> due = debts.without(claimedHours(move));
        Harm.when(!made.equals(due), "made " + made + ", metered " + due);
    }

    private static List<Wh> stored(Map<String, Wh> after) {
        return after.values().stream().filter(wh -> wh.fate == Wh.Fate.STORED).collect(Collectors.toList());
    }

    private static List<Wh> fresh(Map<String, Wh> before, Map<String, Wh> after) {
        return after.values().stream()
                .filter(wh -> !before.containsKey(wh.name()))
                .collect(Collectors.toList());
    }

    /** The watt-hours that a move withdraws. */
    private static List<Wh> back(Map<String, Wh> before, Map<String, Wh> after) {
        return before.values().stream()
                .filter(wh -> after.get(wh.name()).fate == Wh.Fate.WITHDRAWN)
                .collect(Collectors.toList());
    }

    /** Issued hours of the devices that a move speaks of, as they should be afterwards. */
    private Function<String, Set<Long>> hoursAfter(Move move, Map<String, Wh> before, Map<String, Wh> after) {
        Map<String, Set<Long>> fresh = honestHours(move);
        Set<Long> open = debts.opened(move, back(before, after));
        String device = debts.deviceOf(move).orElse("");
        return name -> {
            Set<Long> hours = new HashSet<>(issuedHours(name));
            hours.addAll(fresh.getOrDefault(name, Collections.emptySet()));
            hours.removeAll(name.equals(device) ? open : Collections.emptySet());
            return hours;
        };
    }

    PublicKey ownerOf(String device) {
        return register.ownerOf(device);
    }

    /** Watt-hours that the other registry honestly took, or did not take. */
    Set<String> answered(Move move, ReceiptKind kind) {
        return abroad.answered(move, kind);
    }

    void vouchForConsumption(byte[] statement) {
        consumption.vouchFor(statement);
    }

    void vouchFor(ExchangeReceipt receipt) {
        abroad.vouchFor(receipt);
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
        for (EndState state : move.outputsOf(EndState.class)) {
            CertificateEnd end = state.record();
            for (CertificateBundle line : end.lines()) {
                expand(line, null, fateOf(end.kind()), null)
                        .forEach((name, wh) -> Harm.when(after.put(name, wh) != null, name + " comes out twice"));
            }
        }
        return after;
    }

    private static Wh.Fate fateOf(EndKind kind) {
        switch (kind) {
            case WITHDRAWN:
                return Wh.Fate.WITHDRAWN;
            case EXPIRED:
                return Wh.Fate.EXPIRED;
            case EXPORTED:
                return Wh.Fate.EXPORTED;
            default:
                return Wh.Fate.STORED;
        }
    }

    private static Map<String, Wh> expand(CertificateState state) {
        Wh.Fate fate = state.status() == CertificateStatus.OFFERED
                ? Wh.Fate.OFFERED
                : state.status() == CertificateStatus.EXPORT_PENDING ? Wh.Fate.LEAVING : Wh.Fate.ACTIVE;
        return expand(state.certificate(), state.getOwner(), fate, state);
    }

    static Map<String, Wh> expand(CertificateBundle bundle, PublicKey owner, Wh.Fate fate, CertificateState state) {
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
        Map<String, Long> claimed = new LinkedHashMap<>();
        for (OpaqueBytes bytes : claimsOf(move)) {
            honest(bytes.getBytes()).ifPresent(signed -> add(signed.claim(), claimed));
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

    private static List<OpaqueBytes> claimsOf(Move move) {
        if (move.command() instanceof Discharge) {
            return Collections.singletonList(new OpaqueBytes(((Discharge) move.command()).getClaim()));
        }
        return move.command() instanceof Issue ? ((Issue) move.command()).getClaims() : Collections.emptyList();
    }

    private Map<String, Set<Long>> honestHours(Move move) {
        Map<String, Set<Long>> hours = new HashMap<>();
        for (OpaqueBytes bytes : claimsOf(move)) {
            honest(bytes.getBytes())
                    .ifPresent(signed -> hours.computeIfAbsent(signed.claim().deviceId(), any -> new HashSet<>())
                            .addAll(hoursOf(signed.claim())));
        }
        return hours;
    }

    static Set<Long> hoursOf(GenerationClaim claim) {
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
        Map<String, Wh> before = new LinkedHashMap<>();
        move.inputsOf(CertificateState.class).forEach(state -> before.putAll(expand(state)));
        Map<String, Wh> after = after(move);
        debts.deviceOf(move)
                .ifPresent(device -> issuedHours(device).removeAll(debts.opened(move, back(before, after))));
        debts.record(move, claimedHours(move), back(before, after));
        after.forEach(everIssued::put);
        honestHours(move).forEach((device, hours) -> issuedHours(device).addAll(hours));
        register.record(move);
        consumption.record(move);
        storage.record(stored(after), move, fresh(before, after));
    }
}
