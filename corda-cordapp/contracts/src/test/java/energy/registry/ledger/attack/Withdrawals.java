package energy.registry.ledger.attack;

import energy.registry.domain.certificate.CertificateBundle;
import energy.registry.domain.certificate.CertificateEnd;
import energy.registry.domain.certificate.EndKind;
import energy.registry.domain.claim.SignedClaim;
import energy.registry.domain.cursor.MeterCursor;
import energy.registry.domain.energy.ProductionPeriod;
import energy.registry.domain.energy.WattHours;
import energy.registry.ledger.contract.Correct;
import energy.registry.ledger.contract.Issue;
import energy.registry.ledger.contract.Pieces;
import energy.registry.ledger.contract.SerialRange;
import energy.registry.ledger.contract.WithdrawCertificates;
import energy.registry.ledger.state.CertificateState;
import energy.registry.ledger.state.CertificateStatus;
import energy.registry.ledger.state.CursorPageState;
import energy.registry.ledger.state.EndState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import net.corda.core.utilities.OpaqueBytes;

/** What an issuing body takes back on a stage: whatever is live of some hours, and what it issued too much. */
final class Withdrawals {
    private static final int CORRECTION_MAX_WH = 5;

    private final Stage stage;
    private final Map<String, SignedClaim> issued = new LinkedHashMap<>();

    Withdrawals(Stage stage) {
        this.stage = stage;
    }

    void record(Issue issue) {
        for (OpaqueBytes bytes : issue.getClaims()) {
            SignedClaim claim = SignedClaim.decode(bytes.getBytes());
            issued.put(claim.claim().id().toString(), claim);
        }
    }

    /** Claims that certificates were issued from. */
    List<SignedClaim> claims() {
        return new ArrayList<>(issued.values());
    }

    Optional<SignedClaim> claimOf(CertificateState state) {
        return Optional.ofNullable(
                issued.get(state.certificate().issuance().claimId().toString()));
    }

    /** Some hours of some certificate, and with them all that is live of them. */
    Optional<Move> withdraw() {
        List<Entry> ours = stage.world.all(CertificateState.class).stream()
                .filter(Withdrawals::isHere)
                .filter(entry -> claimOf((CertificateState) entry.state).isPresent())
                .collect(Collectors.toList());
        return stage.any(ours).flatMap(entry -> {
            CertificateBundle bundle = ((CertificateState) entry.state).certificate();
            int first = stage.random.nextInt(bundle.intervalCount());
            int last = first + stage.random.nextInt(bundle.intervalCount() - first);
            ProductionPeriod part = ProductionPeriod.between(
                    bundle.period(first).startEpochSecond(), bundle.period(last).endEpochSecond());
            SignedClaim claim = claimOf((CertificateState) entry.state).get();
            List<Entry> live = liveOf(claim, part);
            return live.isEmpty() ? Optional.empty() : Optional.of(withdraw(claim, part, live, "a wrong factor"));
        });
    }

    private static boolean isHere(Entry entry) {
        return ((CertificateState) entry.state).status() != CertificateStatus.EXPORT_PENDING;
    }

    private List<Entry> liveOf(SignedClaim claim, ProductionPeriod part) {
        return stage.world.all(CertificateState.class).stream()
                .filter(Withdrawals::isHere)
                .filter(entry -> isOf(claim, (CertificateState) entry.state))
                .filter(entry -> pieceOf((CertificateState) entry.state, part).isPresent())
                .collect(Collectors.toList());
    }

    static boolean isOf(SignedClaim claim, CertificateState state) {
        return state.certificate().issuance().claimId().equals(claim.claim().id());
    }

    static Optional<SerialRange> pieceOf(CertificateState state, ProductionPeriod part) {
        long[] serials = state.certificate().serialsWithin(part);
        return serials[0] == serials[1] ? Optional.empty() : Optional.of(new SerialRange(serials[0], serials[1]));
    }

    Move withdraw(SignedClaim claim, ProductionPeriod part, List<Entry> taken, String reason) {
        List<CertificateBundle> lines = new ArrayList<>();
        List<CertificateState> rests = new ArrayList<>();
        WattHours sum = WattHours.ZERO;
        for (Entry entry : taken) {
            CertificateState state = (CertificateState) entry.state;
            SerialRange piece = pieceOf(state, part).get();
            lines.add(Pieces.piece(state, piece).certificate());
            rests.addAll(Pieces.rests(state, piece));
            sum = sum.plus(WattHours.of(piece.quantityWh()));
        }
        String request = stage.request();
        Entry page = page();
        CursorPageState before = (CursorPageState) page.state;
        MeterCursor next =
                cursor(before, claim).withdraw(claim.claim(), part, sum).next();
        Move move = stage.move(
                        command(request, claim, part, reason),
                        Stage.ISSUER.getPublicKey(),
                        Stage.REGULATOR.getPublicKey())
                .in(page)
                .out(
                        before.with(before.cursors().with(next)),
                        new EndState(
                                new CertificateEnd(EndKind.WITHDRAWN, request, lines).encode(),
                                Stage.ISSUER.getParty()))
                .referring(stage.control());
        taken.forEach(move.inputs::add);
        move.outputs.addAll(rests);
        return move;
    }

    static WithdrawCertificates command(String request, SignedClaim claim, ProductionPeriod part, String reason) {
        return new WithdrawCertificates(
                request, "ida", reason, "C-1", claim.encode(), part.startEpochSecond(), part.endEpochSecond());
    }

    Entry page() {
        return stage.world.all(CursorPageState.class).get(0);
    }

    static MeterCursor cursor(CursorPageState page, SignedClaim claim) {
        return page.cursors().ofMeter(claim.claim().statement().meterId()).get();
    }

    /** Some watt-hours of what a meter was issued turn out to be too many. */
    Optional<Move> correct() {
        List<SignedClaim> claims = claims();
        if (claims.isEmpty()) {
            return Optional.empty();
        }
        SignedClaim claim = claims.get(stage.random.nextInt(claims.size()));
        CursorPageState page = (CursorPageState) page().state;
        long issuedWh = cursor(page, claim).position().serialNextWh();
        return issuedWh == 0
                ? Optional.empty()
                : Optional.of(correct(claim, 1 + stage.random.nextInt((int) Math.min(CORRECTION_MAX_WH, issuedWh))));
    }

    private Move correct(SignedClaim claim, long wattHours) {
        Entry page = page();
        CursorPageState before = (CursorPageState) page.state;
        MeterCursor next = cursor(before, claim).withMoreDebt(WattHours.of(wattHours));
        return stage.move(correction(stage.request(), claim, wattHours, "an audit"), Stage.ISSUER.getPublicKey())
                .in(page)
                .out(before.with(before.cursors().with(next)));
    }

    static Correct correction(String request, SignedClaim claim, long wattHours, String reason) {
        ProductionPeriod period = claim.claim().period();
        return new Correct(
                request,
                "ida",
                reason,
                claim.claim().statement().meterId(),
                period.startEpochSecond(),
                period.endEpochSecond(),
                wattHours);
    }
}
