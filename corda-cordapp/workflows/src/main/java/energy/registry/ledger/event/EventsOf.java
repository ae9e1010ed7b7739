package energy.registry.ledger.event;

import energy.registry.domain.certificate.Allocation;
import energy.registry.domain.certificate.Beneficiary;
import energy.registry.domain.certificate.CertificateBundle;
import energy.registry.domain.certificate.IssuanceRecord;
import energy.registry.domain.certificate.Price;
import energy.registry.domain.certificate.Retirement;
import energy.registry.domain.certificate.RetirementPurpose;
import energy.registry.domain.certificate.StatementNumber;
import energy.registry.domain.encoding.Digest;
import energy.registry.ledger.contract.Deposit;
import energy.registry.ledger.contract.Issue;
import energy.registry.ledger.contract.OpenBalance;
import energy.registry.ledger.contract.Pieces;
import energy.registry.ledger.contract.Purchase;
import energy.registry.ledger.contract.RegisterDevice;
import energy.registry.ledger.contract.RegistryCommand;
import energy.registry.ledger.contract.Withdraw;
import energy.registry.ledger.state.AccountState;
import energy.registry.ledger.state.CertificateState;
import energy.registry.ledger.state.DeviceState;
import energy.registry.ledger.state.ExportTerms;
import energy.registry.ledger.state.MoneyState;
import energy.registry.ledger.state.OfferTerms;
import energy.registry.ledger.state.ProceedsState;
import energy.registry.ledger.state.RetirementState;
import energy.registry.ledger.state.SettlementMoney;
import energy.registry.ledger.state.TransferTerms;
import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a transaction did, told as events: first what it consumed, then what it made, then what moved. */
final class EventsOf {
    private final LedgerEntry entry;
    private final RegistryCommand command;
    private final Function<PublicKey, String> accounts;
    private final List<EventDraft> events = new ArrayList<>();

    /** @param accounts the account id that owns with a key */
    EventsOf(LedgerEntry entry, RegistryCommand command, Function<PublicKey, String> accounts) {
        this.entry = entry;
        this.command = command;
        this.accounts = accounts;
    }

    List<EventDraft> drafts() {
        entry.outputs(AccountState.class).forEach(this::accountOpened);
        entry.outputs(DeviceState.class).forEach(this::device);
        consumed().forEach(this::certificateConsumed);
        entry.outputs(CertificateState.class).forEach(this::certificateChanged);
        if (command instanceof Purchase) {
            tradesSettled((Purchase) command);
        }
        entry.outputs(RetirementState.class).forEach(this::certificateRetired);
        if (!(command instanceof OpenBalance)) {
            entry.outputs(MoneyState.class).forEach(this::balanceChanged);
        }
        entry.outputs(ProceedsState.class).forEach(this::proceedsReceived);
        events.addAll(new LifeEvents(entry, command, accounts).drafts());
        return events;
    }

    /** An issue and a registration consume no certificates; their pages are large, so that they are not read for it. */
    private List<CertificateState> consumed() {
        return command instanceof Issue || command instanceof RegisterDevice
                ? Collections.emptyList()
                : entry.inputs(CertificateState.class);
    }

    private void add(String type, String certificateId, Json data) {
        List<String> ids = certificateId.isEmpty() ? Collections.emptyList() : Collections.singletonList(certificateId);
        events.add(new EventDraft(type, ids, data));
    }

    private void accountOpened(AccountState account) {
        add(
                "AccountOpened",
                "",
                new Json()
                        .text("accountId", account.getAccountId())
                        .text("name", account.getName())
                        .text("country", account.getCountry())
                        .texts("roles", account.getRoles())
                        .text(
                                "key",
                                Base64.getEncoder()
                                        .encodeToString(account.getKey().getEncoded())));
    }

    private void device(DeviceState state) {
        new DeviceEvents(entry, command).of(state).forEach(events::add);
    }

    private void certificateConsumed(CertificateState state) {
        String id = state.certificate().certificateId();
        add(
                "CertificateConsumed",
                id,
                new Json()
                        .text("certificateId", id)
                        .text("command", command.getClass().getSimpleName()));
    }

    private void certificateChanged(CertificateState state) {
        CertificateBundle bundle = state.certificate();
        IssuanceRecord issuance = bundle.issuance();
        Json json = new Json()
                .text("certificateId", bundle.certificateId())
                .text("deviceId", bundle.deviceId())
                .text("owner", accounts.apply(state.getOwner()))
                .text("status", state.status().name())
                .number("serialFrom", bundle.serialFromWh())
                .number("serialTo", bundle.serialToWh())
                .objects("intervals", intervals(bundle))
                .text("issuedAt", at(issuance.issuedEpochSecond()))
                .text("tradableUntil", at(issuance.tradableUntilEpochSecond()))
                .text("expiresAt", at(issuance.expiresEpochSecond()))
                .text("claimId", issuance.claimId().toString())
                .text("statementDigest", issuance.statementDigest().toString())
                .text("evidenceRoot", issuance.evidenceRoot().toString())
                .texts("marks", issuance.marks())
                .texts("support", issuance.support())
                .text("finding", issuance.finding().name())
                .texts("previous", previous(bundle));
        state.offer().ifPresent(terms -> json.object("offer", offer(terms)));
        state.transfer().ifPresent(terms -> json.object("transfer", transfer(terms)));
        state.export().ifPresent(terms -> json.object("export", export(terms)));
        add("CertificateChanged", bundle.certificateId(), json);
    }

    private static Json offer(OfferTerms terms) {
        return new Json()
                .number("priceMinorPerMwh", terms.getPriceMinorPerMwh())
                .text("currency", terms.getCurrency())
                .number("minLotWh", terms.getMinLotWh())
                .text("validUntil", terms.getValidUntil().toString());
    }

    private static Json export(ExportTerms terms) {
        return new Json()
                .text("exportId", terms.getExportId())
                .text("targetRegistry", terms.getTargetRegistry())
                .text("targetAccount", terms.getTargetAccount());
    }

    private Json transfer(TransferTerms terms) {
        Json json = new Json()
                .text("transferId", terms.getTransferId())
                .text("receiver", accounts.apply(terms.getReceiver()))
                .text("until", terms.getUntil().toString());
        return terms.getReference().isEmpty() ? json : json.text("reference", terms.getReference());
    }

    private List<String> previous(CertificateBundle bundle) {
        return consumed().stream()
                .map(CertificateState::certificate)
                .filter(before -> before.deviceId().equals(bundle.deviceId())
                        && before.serialFromWh() < bundle.serialToWh()
                        && bundle.serialFromWh() < before.serialToWh())
                .map(CertificateBundle::certificateId)
                .collect(Collectors.toList());
    }

    private static List<Json> intervals(CertificateBundle bundle) {
        List<Json> intervals = new ArrayList<>(bundle.intervalCount());
        for (int i = 0; i < bundle.intervalCount(); i++) {
            intervals.add(new Json()
                    .text("start", at(bundle.period(i).startEpochSecond()))
                    .text("end", at(bundle.period(i).endEpochSecond()))
                    .number("serialFrom", bundle.serialWh(i))
                    .number("serialTo", bundle.serialWh(i + 1)));
        }
        return intervals;
    }

    private void tradesSettled(Purchase purchase) {
        List<CertificateState> offered = consumed();
        for (int i = 0; i < offered.size(); i++) {
            OfferTerms terms = offered.get(i).offer().get();
            CertificateBundle bought =
                    Pieces.piece(offered.get(i), purchase.getPieces().get(i)).certificate();
            long total =
                    Price.ofMinorPerMegawattHour(terms.getPriceMinorPerMwh()).of(bought.quantity());
            add(
                    "TradeSettled",
                    "",
                    new Json()
                            .text("seller", accounts.apply(offered.get(i).getOwner()))
                            .text("buyer", accounts.apply(purchase.getBuyer()))
                            .text("certificateId", bought.certificateId())
                            .number("quantityWh", bought.quantity().toLong())
                            .number("totalMinor", total)
                            .text("currency", terms.getCurrency())
                            .number("priceMinorPerMwh", terms.getPriceMinorPerMwh()));
        }
    }

    private void certificateRetired(RetirementState state) {
        Retirement retirement = state.record();
        RetirementPurpose purpose = retirement.purpose();
        Beneficiary beneficiary = purpose.beneficiary();
        List<String> ids = retirement.lines().stream()
                .map(CertificateBundle::certificateId)
                .collect(Collectors.toList());
        events.add(new EventDraft(
                "CertificateRetired",
                ids,
                new Json()
                        .text("statementNo", StatementNumber.of(Digest.parse(entry.txId()), entry.indexOf(state)))
                        .text("retirementId", retirement.id().toString())
                        .text("owner", retirement.owner())
                        .objects(
                                "lines",
                                retirement.lines().stream().map(EventsOf::line).collect(Collectors.toList()))
                        .number("quantityWh", retirement.quantity().toLong())
                        .object(
                                "beneficiary",
                                new Json()
                                        .text("name", beneficiary.name())
                                        .text("id", beneficiary.id())
                                        .text("country", beneficiary.country())
                                        .text("location", beneficiary.location()))
                        .text("purpose", purpose.purpose())
                        .text("mainReason", purpose.mainReason().name())
                        .text("periodStart", at(purpose.consumption().startEpochSecond()))
                        .text("periodEnd", at(purpose.consumption().endEpochSecond()))
                        .text("onBehalfOf", purpose.onBehalfOf())
                        .text("note", purpose.note())
                        .objects(
                                "allocation",
                                state.shares().shares().stream()
                                        .map(EventsOf::share)
                                        .collect(Collectors.toList()))
                        .text("retiredAt", at(retirement.retiredEpochSecond()))));
    }

    private static Json share(Allocation.Share share) {
        return new Json()
                .text("name", share.endUser().name())
                .text("id", share.endUser().id())
                .text("country", share.endUser().country())
                .text("deviceId", share.deviceId())
                .number("serialFrom", share.fromWh())
                .number("serialTo", share.toWh());
    }

    static Json line(CertificateBundle bundle) {
        return new Json()
                .text("certificateId", bundle.certificateId())
                .text("deviceId", bundle.deviceId())
                .number("serialFrom", bundle.serialFromWh())
                .number("serialTo", bundle.serialToWh())
                .objects("intervals", intervals(bundle));
    }

    private void balanceChanged(MoneyState after) {
        long before = entry.inputs(SettlementMoney.class).stream()
                .mapToLong(SettlementMoney::getAmountMinor)
                .sum();
        add(
                "BalanceChanged",
                "",
                new Json()
                        .text("accountId", accounts.apply(after.getOwner()))
                        .text("currency", after.getCurrency())
                        .number("amountMinor", after.getAmountMinor())
                        .number("delta", after.getAmountMinor() - before)
                        .texts("joined", joined())
                        .text("cause", cause()));
    }

    /** Numbers of the proceeds that are in the balance now. */
    private List<String> joined() {
        return entry.inputs(ProceedsState.class).stream()
                .map(ProceedsState::getProceedsId)
                .collect(Collectors.toList());
    }

    private void proceedsReceived(ProceedsState state) {
        add(
                "ProceedsReceived",
                "",
                new Json()
                        .text("proceedsId", state.getProceedsId())
                        .text("accountId", accounts.apply(state.getOwner()))
                        .text("currency", state.getCurrency())
                        .number("amountMinor", state.getAmountMinor()));
    }

    /** Only the one who acts has a balance among the outputs. */
    private String cause() {
        if (command instanceof Deposit) {
            return "DEPOSIT";
        }
        if (command instanceof Withdraw) {
            return "WITHDRAWAL";
        }
        return command instanceof Purchase ? "PURCHASE" : "JOINING";
    }

    static String at(long epochSecond) {
        return Instant.ofEpochSecond(epochSecond).toString();
    }
}
