package energy.registry.web.application;

import energy.registry.web.model.AccountRow;
import energy.registry.web.model.Actor;
import energy.registry.web.model.Outcome;
import energy.registry.web.model.Refusal;
import energy.registry.web.model.Role;
import energy.registry.web.model.Slice;
import energy.registry.web.model.TransferDone;
import energy.registry.web.model.TransferEnd;
import energy.registry.web.model.TransferRequest;
import energy.registry.web.model.TransferRow;
import energy.registry.web.model.Window;
import energy.registry.web.port.Accounts;
import energy.registry.web.port.Certificates;
import energy.registry.web.port.Ledger;
import energy.registry.web.port.Projection;
import energy.registry.web.port.Transfers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** An owner hands certificates over without money; the receiver accepts or rejects, and until then the sender may recall. */
public final class TransferCertificates {
    /** Longest time a transfer may wait: after it the certificates return (wire contract 3.1). */
    public static final Duration WAIT_MAX = Duration.ofHours(72);

    private final Transfers transfers;
    private final Certificates certificates;
    private final Accounts accounts;
    private final Ledger ledger;
    private final Freshness freshness;
    private final Clock clock;
    private final ChangeLog changes;

    public TransferCertificates(
            Transfers transfers,
            Certificates certificates,
            Accounts accounts,
            Ledger ledger,
            Projection projection,
            Clock clock,
            ChangeLog changes) {
        this.changes = changes;
        this.transfers = transfers;
        this.certificates = certificates;
        this.accounts = accounts;
        this.ledger = ledger;
        this.freshness = new Freshness(projection);
        this.clock = clock;
    }

    /** One's own organisation's, sent and received; overseers see all. */
    public Slice<TransferRow> list(Actor actor, Window window) {
        Permission.requireSignedIn(actor);
        if (actor.seesEverything()) {
            return transfers.list("", window);
        }
        return actor.organisation().isEmpty() ? Slice.empty() : transfers.list(actor.organisation(), window);
    }

    public Optional<TransferRow> find(Actor actor, String transferId) {
        Permission.requireSignedIn(actor);
        return transfers.find(transferId).filter(row -> actor.maySee(row.sender()) || actor.maySee(row.receiver()));
    }

    public Outcome<TransferDone> propose(Actor actor, TransferRequest request) {
        Optional<Refusal> refusal = Permission.missing(actor, Role.BUYER, Role.GENERATOR)
                .or(() -> wrong(actor, request))
                .or(() -> request.items().stream()
                        .map(item -> Checks.mine(actor, item, certificates.find(item.certificateId())))
                        .flatMap(Optional::stream)
                        .findFirst());
        TransferRequest scoped = new TransferRequest(
                Checks.scopedRequestId(actor, "transfer", String.valueOf(request.requestId())),
                request.items(),
                request.receiver(),
                request.until(),
                request.reference().strip());
        return refusal.<Outcome<TransferDone>>map(Outcome::refused)
                .orElseGet(() -> freshness.after(
                        ledger.transfer(actor.organisation(), actor.user(), scoped), TransferDone::txId))
                .map(done -> {
                    changes.once(new ChangeLog.Change(
                            actor,
                            "TRANSFER_PROPOSED",
                            done.txId(),
                            done.transferId(),
                            scoped.receiver(),
                            "Offered " + done.quantityWh() + " Wh to " + scoped.receiver() + " as transfer "
                                    + done.transferId() + ".",
                            scoped.reference()));
                    return done;
                });
    }

    private Optional<Refusal> wrong(Actor actor, TransferRequest request) {
        return Checks.first(
                        Checks.requestId(request.requestId()),
                        Checks.items(request.items()),
                        Checks.line("reference", request.reference(), false),
                        until(request.until()))
                .or(() -> receiver(actor, request.receiver()));
    }

    private Optional<Refusal> until(Instant until) {
        Instant now = clock.instant();
        boolean good = until != null && until.isAfter(now) && !until.isAfter(now.plus(WAIT_MAX));
        return good
                ? Optional.empty()
                : Optional.of(Refusal.invalid(
                        "until",
                        String.valueOf(until),
                        "Choose a time within the next " + WAIT_MAX.toHours() + " hours."));
    }

    private Optional<Refusal> receiver(Actor actor, String receiver) {
        if (actor.belongsTo(receiver)) {
            return Optional.of(Refusal.invalid("receiver", receiver, "This is your own account: name another one."));
        }
        Optional<AccountRow> account = receiver == null ? Optional.empty() : accounts.find(receiver);
        return account.isPresent()
                ? Optional.empty()
                : Optional.of(
                        Refusal.invalid(
                                "receiver",
                                String.valueOf(receiver),
                                "There is no such account. Ask the receiver for the account id that stands on its overview page."));
    }

    /** Answers the transaction's id. */
    public Outcome<String> end(Actor actor, String requestId, String transferId, TransferEnd end, String reason) {
        Optional<Refusal> refusal = Permission.missing(actor, Role.BUYER, Role.GENERATOR)
                .or(() -> Checks.requestId(requestId))
                .or(() -> Checks.line("reason", reason, end == TransferEnd.REJECT))
                .or(() -> notTheirs(actor, transferId, end));
        return refusal.<Outcome<String>>map(Outcome::refused)
                .orElseGet(() -> freshness.after(
                        ledger.endTransfer(
                                actor.organisation(),
                                actor.user(),
                                Checks.scopedRequestId(actor, "transfer-" + end.path(), requestId),
                                transferId,
                                end,
                                reason),
                        txId -> txId))
                .map(txId -> {
                    changes.once(new ChangeLog.Change(
                            actor,
                            "TRANSFER_" + end.name(),
                            txId,
                            transferId,
                            otherParty(actor, transferId),
                            switch (end) {
                                case ACCEPT -> "Accepted the transfer " + transferId + ".";
                                case REJECT -> "Rejected the transfer " + transferId + ".";
                                case RECALL -> "Recalled the transfer " + transferId + ".";
                            },
                            reason));
                    return txId;
                });
    }

    private String otherParty(Actor actor, String transferId) {
        return transfers
                .find(transferId)
                .map(row -> actor.belongsTo(row.sender()) ? row.receiver() : row.sender())
                .orElse("");
    }

    /** A transfer that is not the actor's to end is not there for them. */
    private Optional<Refusal> notTheirs(Actor actor, String transferId, TransferEnd end) {
        return transfers
                        .find(transferId)
                        .filter(row -> actor.belongsTo(end == TransferEnd.RECALL ? row.sender() : row.receiver()))
                        .isPresent()
                ? Optional.empty()
                : Optional.of(Refusal.notFound("Transfer " + transferId));
    }
}
