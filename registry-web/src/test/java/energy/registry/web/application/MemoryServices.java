package energy.registry.web.application;

import energy.registry.web.model.Decision;
import energy.registry.web.model.HeldRow;
import energy.registry.web.model.OfferPlaced;
import energy.registry.web.model.OfferRequest;
import energy.registry.web.model.Outcome;
import energy.registry.web.model.PurchaseDone;
import energy.registry.web.model.PurchaseRequest;
import energy.registry.web.model.RetirementDone;
import energy.registry.web.model.RetirementRequest;
import energy.registry.web.model.Slice;
import energy.registry.web.model.StatementRow;
import energy.registry.web.model.TransferDone;
import energy.registry.web.model.TransferEnd;
import energy.registry.web.model.TransferRequest;
import energy.registry.web.model.VerdictRow;
import energy.registry.web.model.Window;
import energy.registry.web.port.Footage;
import energy.registry.web.port.Ledger;
import energy.registry.web.port.Meters;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The services around, in memory: they do what they are told and write down every command with its request id. */
class MemoryServices implements Ledger, Meters, Footage {
    final List<String> commands = new ArrayList<>();
    final List<String> requestIds = new ArrayList<>();

    @Override
    public Outcome<OfferPlaced> offer(String account, String user, OfferRequest request) {
        return command("offer by " + account, request.requestId(), new OfferPlaced("o", "o", "tx"));
    }

    @Override
    public Outcome<OfferPlaced> cancelOffer(String account, String user, String requestId, String certificateId) {
        return command("cancel by " + account, requestId, new OfferPlaced("", "c", "tx"));
    }

    @Override
    public Outcome<PurchaseDone> buy(String account, String user, PurchaseRequest request) {
        return command("buy by " + account, request.requestId(), new PurchaseDone("tx", 1, "EUR", List.of()));
    }

    @Override
    public Outcome<RetirementDone> retire(String account, String user, RetirementRequest request) {
        return command("retire by " + account, request.requestId(), new RetirementDone("RS-1", "tx", 1, "r"));
    }

    @Override
    public Outcome<TransferDone> transfer(String account, String user, TransferRequest request) {
        return command("transfer by " + account, request.requestId(), new TransferDone("TR-1", "tx", 1));
    }

    @Override
    public Outcome<String> endTransfer(
            String account, String user, String requestId, String transferId, TransferEnd end, String reason) {
        return command(end.path() + " by " + account, requestId, "tx");
    }

    private <T> Outcome<T> command(String text, String requestId, T answer) {
        commands.add(text);
        requestIds.add(requestId);
        return Outcome.done(answer);
    }

    @Override
    public Outcome<String> transaction(String txId) {
        return Outcome.done("{}");
    }

    @Override
    public Outcome<String> provenance(String certificateId) {
        return Outcome.done("{}");
    }

    @Override
    public Outcome<Slice<StatementRow>> statements(String deviceId, Instant from, Instant until, Window window) {
        return Outcome.done(new Slice<>(List.of(row()), ""));
    }

    @Override
    public Outcome<List<StatementRow>> statement(String statementDigest) {
        return Outcome.done(List.of(row()));
    }

    @Override
    public Outcome<Slice<HeldRow>> held(Window window) {
        return Outcome.done(new Slice<>(List.of(new HeldRow(row(), 0)), ""));
    }

    @Override
    public Outcome<Decision> decide(String digest, int interval, Decision decision, String user, String reason) {
        commands.add(decision + " by " + user);
        return Outcome.done(decision);
    }

    @Override
    public Outcome<String> evidence(String claimId) {
        return Outcome.done("{}");
    }

    @Override
    public Outcome<byte[]> kymograph(String clipDigest) {
        return Outcome.done(new byte[1]);
    }

    @Override
    public Outcome<byte[]> frame(String clipDigest, int number) {
        return Outcome.done(new byte[1]);
    }

    @Override
    public Outcome<String> record(String clipDigest) {
        return Outcome.done("{}");
    }

    private static StatementRow row() {
        Instant now = MemoryRegistry.NOW;
        VerdictRow verdict = new VerdictRow("v", "CAM-0001", "clip", "RUNNING", 1, 1, now, now, List.of(), List.of());
        return new StatementRow(
                "digest",
                0,
                MemoryRegistry.DEVICE,
                "MTR-0001",
                0,
                0,
                now,
                now.plusSeconds(900),
                1,
                0,
                1,
                "MEASURED",
                "SIMULATION",
                now,
                List.of(),
                "HELD",
                "INCONSISTENT",
                List.of(),
                0,
                1,
                List.of(verdict),
                "",
                "");
    }
}
