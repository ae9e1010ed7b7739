package energy.registry.ledger.event;

import energy.registry.domain.certificate.CertificateBundle;
import energy.registry.domain.certificate.EndKind;
import energy.registry.domain.certificate.StatementNumber;
import energy.registry.domain.claim.GenerationClaim;
import energy.registry.domain.claim.SignedClaim;
import energy.registry.domain.control.Freeze;
import energy.registry.domain.cursor.MeterCursor;
import energy.registry.domain.encoding.Digest;
import energy.registry.domain.exchange.ExchangeReceipt;
import energy.registry.domain.storage.StorageAccount;
import energy.registry.ledger.contract.AcceptTransfer;
import energy.registry.ledger.contract.Correct;
import energy.registry.ledger.contract.Discharge;
import energy.registry.ledger.contract.EndExport;
import energy.registry.ledger.contract.FreezeSubject;
import energy.registry.ledger.contract.Import;
import energy.registry.ledger.contract.LiftFreeze;
import energy.registry.ledger.contract.ProposeTransfer;
import energy.registry.ledger.contract.Receipts;
import energy.registry.ledger.contract.RegistryCommand;
import energy.registry.ledger.contract.ReturnTransfer;
import energy.registry.ledger.contract.ReverseRetirement;
import energy.registry.ledger.contract.WithdrawCertificates;
import energy.registry.ledger.state.CertificateState;
import energy.registry.ledger.state.CursorPageState;
import energy.registry.ledger.state.EndState;
import energy.registry.ledger.state.ExportTerms;
import energy.registry.ledger.state.RetirementState;
import energy.registry.ledger.state.StorageState;
import energy.registry.ledger.state.TransferTerms;
import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a transaction did beyond making and consuming certificates: transfers, freezes, withdrawals, debts, reversals. */
final class LifeEvents {
    private final LedgerEntry entry;
    private final RegistryCommand command;
    private final Function<PublicKey, String> accounts;
    private final List<EventDraft> events = new ArrayList<>();

    LifeEvents(LedgerEntry entry, RegistryCommand command, Function<PublicKey, String> accounts) {
        this.entry = entry;
        this.command = command;
        this.accounts = accounts;
    }

    List<EventDraft> drafts() {
        if (command instanceof ProposeTransfer) {
            transferProposed();
        } else if (command instanceof AcceptTransfer) {
            transferEnded("ACCEPTED", "");
        } else if (command instanceof ReturnTransfer) {
            ReturnTransfer ended = (ReturnTransfer) command;
            transferEnded(ended.getOutcome().name(), ended.getReason());
        } else if (command instanceof FreezeSubject) {
            frozen(Freeze.decode(((FreezeSubject) command).getFreeze()));
        } else if (command instanceof LiftFreeze) {
            LiftFreeze lifted = (LiftFreeze) command;
            add("Unfrozen", new Json().text("freezeId", lifted.getFreezeId()).text("reason", lifted.getReason()));
        } else if (command instanceof ReverseRetirement) {
            reversed((ReverseRetirement) command);
        } else if (command instanceof EndExport) {
            exportEnded((EndExport) command);
        } else if (command instanceof Import) {
            imported(Receipts.read(((Import) command).getReceipt()));
        } else if (command instanceof Correct) {
            Correct correction = (Correct) command;
            debtRaised(correction.getMeterId(), correction.getReason());
        }
        entry.outputs(EndState.class).forEach(this::ended);
        if (command instanceof WithdrawCertificates) {
            WithdrawCertificates withdrawal = (WithdrawCertificates) command;
            debtRaised(meterOf(withdrawal), withdrawal.getReason());
        } else if (command instanceof Discharge) {
            discharged(SignedClaim.decode(((Discharge) command).getClaim()).claim());
        }
        return events;
    }

    private void add(String type, Json data) {
        events.add(new EventDraft(type, new ArrayList<>(), data));
    }

    private void transferProposed() {
        List<CertificateState> locked = entry.outputs(CertificateState.class).stream()
                .filter(state -> state.transfer().isPresent())
                .collect(Collectors.toList());
        TransferTerms terms = locked.get(0).transfer().get();
        Json json = new Json()
                .text("transferId", terms.getTransferId())
                .text("sender", accounts.apply(locked.get(0).getOwner()))
                .text("receiver", accounts.apply(terms.getReceiver()))
                .objects(
                        "lines",
                        locked.stream()
                                .map(state -> EventsOf.line(state.certificate()))
                                .collect(Collectors.toList()))
                .number(
                        "quantityWh",
                        locked.stream()
                                .mapToLong(
                                        state -> state.certificate().quantity().toLong())
                                .sum())
                .text("until", terms.getUntil().toString());
        add("TransferProposed", terms.getReference().isEmpty() ? json : json.text("reference", terms.getReference()));
    }

    private void transferEnded(String outcome, String reason) {
        TransferTerms terms =
                entry.inputs(CertificateState.class).get(0).transfer().get();
        Json json = new Json().text("transferId", terms.getTransferId()).text("outcome", outcome);
        add("TransferEnded", reason.isEmpty() ? json : json.text("reason", reason));
    }

    private void exportEnded(EndExport ended) {
        ExportTerms terms = entry.inputs(CertificateState.class).get(0).export().get();
        add(
                "ExportEnded",
                new Json()
                        .text("exportId", terms.getExportId())
                        .text("targetRegistry", terms.getTargetRegistry())
                        .text("targetAccount", terms.getTargetAccount())
                        .text(
                                "outcome",
                                Receipts.read(ended.getReceipt()).kind().name()));
    }

    private void imported(ExchangeReceipt receipt) {
        for (CertificateState state : entry.outputs(CertificateState.class)) {
            CertificateBundle line = state.certificate();
            events.add(new EventDraft(
                    "CertificateImported",
                    Collections.singletonList(line.certificateId()),
                    EventsOf.line(line)
                            .text("registry", receipt.registry())
                            .text("reference", receipt.reference())
                            .text("owner", accounts.apply(state.getOwner()))
                            .number("quantityWh", line.quantity().toLong())));
        }
    }

    private void frozen(Freeze freeze) {
        Json json = new Json()
                .text("freezeId", freeze.freezeId())
                .text("subjectType", freeze.kind().name())
                .text("subjectId", freeze.subjectId())
                .text("by", freeze.by().name())
                .text("caseNo", freeze.caseNo())
                .text("reason", freeze.reason())
                .text("from", EventsOf.at(freeze.fromEpochSecond()));
        add("Frozen", freeze.isOpen() ? json : json.text("until", EventsOf.at(freeze.untilEpochSecond())));
    }

    private void reversed(ReverseRetirement reversal) {
        RetirementState state = entry.inputs(RetirementState.class).get(0);
        List<String> ids = state.record().lines().stream()
                .map(CertificateBundle::certificateId)
                .collect(Collectors.toList());
        events.add(new EventDraft(
                "RetirementReversed",
                ids,
                new Json()
                        .text("statementNo", entry.numberOfInput(state, LifeEvents::statementNo))
                        .text("reason", reversal.getReason())
                        .text("ticket", reversal.getTicket())));
    }

    private static String statementNo(String txId, int index) {
        return StatementNumber.of(Digest.parse(txId), index);
    }

    private void ended(EndState state) {
        EndKind kind = state.record().kind();
        for (CertificateBundle line : state.record().lines()) {
            Json json = new Json()
                    .text("certificateId", line.certificateId())
                    .text("deviceId", line.deviceId())
                    .text("owner", accounts.apply(ownerOf(line)))
                    .number("serialFrom", line.serialFromWh())
                    .number("serialTo", line.serialToWh())
                    .number("quantityWh", line.quantity().toLong());
            if (kind == EndKind.WITHDRAWN) {
                WithdrawCertificates withdrawal = (WithdrawCertificates) command;
                json.text("reason", withdrawal.getReason())
                        .text("from", at(withdrawal.getStartEpochSecond()))
                        .text("until", at(withdrawal.getEndEpochSecond()))
                        .truth("reopened", moreDebt(meterOf(withdrawal)) == 0);
                if (!withdrawal.getCaseNo().isEmpty()) {
                    json.text("caseNo", withdrawal.getCaseNo());
                }
            }
            events.add(new EventDraft(typeOf(kind), Collections.singletonList(line.certificateId()), json));
        }
    }

    private static String at(long epochSecond) {
        return Instant.ofEpochSecond(epochSecond).toString();
    }

    private static String typeOf(EndKind kind) {
        switch (kind) {
            case WITHDRAWN:
                return "CertificateWithdrawn";
            case EXPIRED:
                return "CertificateExpired";
            case EXPORTED:
                return "CertificateExported";
            default:
                return "StorageCharged";
        }
    }

    private PublicKey ownerOf(CertificateBundle line) {
        return entry.inputs(CertificateState.class).stream()
                .filter(state -> state.certificate().deviceId().equals(line.deviceId()))
                .filter(state -> state.certificate().serialFromWh() <= line.serialFromWh())
                .filter(state -> line.serialToWh() <= state.certificate().serialToWh())
                .findFirst()
                .map(CertificateState::getOwner)
                .orElseThrow(() -> new IllegalStateException(line + " ends without having lived"));
    }

    private static String meterOf(WithdrawCertificates withdrawal) {
        return SignedClaim.decode(withdrawal.getClaim()).claim().statement().meterId();
    }

    /** Withdrawn time whose energy was not all there is debt; without debt it is open again. */
    private long moreDebt(String meterId) {
        MeterCursor before = cursorIn(entry.inputs(CursorPageState.class), meterId);
        MeterCursor after = cursorIn(entry.outputs(CursorPageState.class), meterId);
        return after.position().debtWh() - before.position().debtWh();
    }

    private void discharged(GenerationClaim claim) {
        StorageAccount before = entry.inputs(StorageState.class).get(0).record();
        StorageAccount after = entry.outputs(StorageState.class).get(0).record();
        add(
                "StorageDischarged",
                new Json()
                        .text("deviceId", claim.deviceId())
                        .text("claimId", claim.id().toString())
                        .number("quantityWh", after.dischargedWh() - before.dischargedWh())
                        .number("lostWh", after.lostWh() - before.lostWh())
                        .number("storedWh", after.storedWh()));
    }

    private void debtRaised(String meterId, String reason) {
        MeterCursor after = cursorIn(entry.outputs(CursorPageState.class), meterId);
        long more = moreDebt(meterId);
        if (more > 0) {
            add(
                    "DebtRaised",
                    new Json()
                            .text("meterId", meterId)
                            .text("deviceId", after.terms().device().deviceId())
                            .number("debtWh", more)
                            .number("totalDebtWh", after.position().debtWh())
                            .text("reason", reason));
        }
    }

    private static MeterCursor cursorIn(List<CursorPageState> pages, String meterId) {
        for (CursorPageState page : pages) {
            Optional<MeterCursor> cursor = page.cursors().ofMeter(meterId);
            if (cursor.isPresent()) {
                return cursor.get();
            }
        }
        throw new IllegalStateException("no cursor of meter " + meterId);
    }
}
