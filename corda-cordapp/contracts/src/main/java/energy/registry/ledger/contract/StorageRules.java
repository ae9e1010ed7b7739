package energy.registry.ledger.contract;

import energy.registry.domain.certificate.CertificateBundle;
import energy.registry.domain.certificate.CertificateEnd;
import energy.registry.domain.certificate.EndKind;
import energy.registry.domain.device.ProductionDevice;
import energy.registry.domain.device.Technology;
import energy.registry.domain.encoding.Digest;
import energy.registry.domain.rule.Rule;
import energy.registry.domain.rule.Verdict;
import energy.registry.domain.storage.StorageAccount;
import energy.registry.ledger.state.CertificateState;
import energy.registry.ledger.state.DeviceState;
import energy.registry.ledger.state.Keys;
import energy.registry.ledger.state.StorageState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import net.corda.core.utilities.OpaqueBytes;

/** A storage unit gives back what certificates charged it with, times its efficiency, and nothing else (D25). */
final class StorageRules {
    private final Facts facts;

    StorageRules(Facts facts) {
        this.facts = facts;
    }

    Verdict opened(OpenStorage command) {
        boolean expected = facts.hasOnly(0, 1, 1)
                && facts.outputs(StorageState.class).size() == 1
                && facts.references(DeviceState.class).size() == 1;
        return Verdict.firstOf(
                () -> facts.shape(expected),
                () -> opened(
                        command, after(), facts.references(DeviceState.class).get(0)));
    }

    private Verdict opened(OpenStorage command, StorageState state, DeviceState device) {
        StorageAccount account;
        try {
            account = state.record();
        } catch (IllegalArgumentException e) {
            return Rule.STORAGE_IS_COMPLETE.isBrokenBy(e.getMessage());
        }
        ProductionDevice unit = device.record();
        StorageAccount empty =
                StorageAccount.empty(unit.deviceId(), Keys.kernelKey(device.getOwner()), account.efficiencyPpm());
        return Verdict.firstOf(
                () -> facts.signedBy(device.getIssuer().getOwningKey(), "the issuing body"),
                () -> Rule.NOTARY_IS_PINNED.holds(state.getNotary().equals(facts.notary()), "notary"),
                () -> Rule.STORAGE_IS_COMPLETE.holds(
                        unit.technology() == Technology.STORAGE, unit.deviceId() + " is " + unit.technology()),
                () -> Rule.STORAGE_IS_COMPLETE.holds(!command.getReason().trim().isEmpty(), "no reason"),
                () -> Rule.STORAGE_IS_COMPLETE.holds(
                        state.isSameAs(new StorageState(empty.encode(), device.getIssuer(), facts.notary())),
                        "something is stored, or another owner or issuer"));
    }

    Verdict charged(Charge command) {
        List<CertificateState> before = facts.inputs(CertificateState.class);
        int items = command.getPieces().size();
        boolean expected = items >= 1
                && items <= CertificateEnd.LINES_MAX
                && before.size() == items
                && facts.inputs(StorageState.class).size() == 1
                && facts.outputs(StorageState.class).size() == 1
                && facts.hasOnly(
                        items + 1, 2 + facts.outputs(CertificateState.class).size(), 1);
        return Verdict.firstOf(() -> facts.shape(expected), () -> charged(command, before));
    }

    private Verdict charged(Charge command, List<CertificateState> before) {
        CertificateState first = before.get(0);
        StorageAccount account = before().record();
        boolean own = account.ownerKey().equals(Keys.kernelKey(first.getOwner()))
                && before().getIssuer().equals(first.getIssuer());
        return Verdict.firstOf(
                () -> Rule.OWNER_HOLDS_CERTIFICATE.holds(Facts.haveOneOwner(before), "several owners"),
                () -> facts.signedBy(first.getOwner(), "the owner"),
                () -> Rule.NOTARY_IS_PINNED.holds(before().getNotary().equals(facts.notary()), "notary"),
                () -> Rule.STORAGE_IS_ONES_OWN.holds(own, "storage of " + account.deviceId()),
                () -> Rule.STORAGE_IS_ONES_OWN.holds(!account.isFull(), "it holds no more charges; discharge first"),
                () -> facts.eachCanMove(before, command.getPieces()),
                () -> new Freezes(facts).allow(before),
                () -> stored(command, before, account));
    }

    private Verdict stored(Charge command, List<CertificateState> before, StorageAccount account) {
        List<CertificateBundle> lines = new ArrayList<>();
        List<CertificateState> rests = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            SerialRange piece = command.getPieces().get(i);
            lines.add(Pieces.piece(before.get(i), piece).certificate());
            rests.addAll(Pieces.rests(before.get(i), piece));
        }
        CertificateEnd end = new CertificateEnd(EndKind.STORED, command.getRequestId(), lines);
        StorageAccount next = account.charged(Digest.sha(end.encode()), end.quantityWh());
        return Verdict.firstOf(
                () -> facts.ends(end, before().getIssuer()),
                () -> Rule.STORAGE_FOLLOWS_CHARGE.holds(
                        after().isSameAs(before().with(next)), "expected " + next.storedWh() + " Wh stored"),
                () -> Pieces.follow(rests, facts.outputs(CertificateState.class)));
    }

    /** The claim itself is held against the rules of an issue; this asks where its energy came from. */
    Verdict discharged(Discharge command) {
        boolean expected = facts.inputs(StorageState.class).size() == 1
                && facts.outputs(StorageState.class).size() == 1;
        IssueRules issue = IssueRules.ofDischarge(
                Collections.singletonList(new OpaqueBytes(command.getClaim())), command.getIssuedEpochSecond(), facts);
        return Verdict.firstOf(() -> facts.shape(expected), issue::check, this::covered);
    }

    private Verdict covered() {
        StorageAccount account = before().record();
        List<CertificateState> made = facts.outputs(CertificateState.class);
        boolean own = made.stream()
                .allMatch(state -> state.certificate().deviceId().equals(account.deviceId())
                        && state.getIssuer().equals(before().getIssuer()));
        long energy = made.stream()
                .mapToLong(state -> state.certificate().quantity().toLong())
                .sum();
        Optional<StorageAccount> next = account.discharged(energy);
        return Verdict.firstOf(
                () -> Rule.NOTARY_IS_PINNED.holds(before().getNotary().equals(facts.notary()), "notary"),
                () -> Rule.STORAGE_IS_ONES_OWN.holds(own, "storage of " + account.deviceId()),
                () -> Rule.DISCHARGE_IS_COVERED.holds(
                        next.isPresent(), energy + " Wh out of " + account.storedWh() + " Wh stored"),
                () -> Rule.STORAGE_FOLLOWS_DISCHARGE.holds(
                        after().isSameAs(before().with(next.get())),
                        "expected " + next.get().storedWh() + " Wh stored"));
    }

    private StorageState before() {
        return facts.inputs(StorageState.class).get(0);
    }

    private StorageState after() {
        return facts.outputs(StorageState.class).get(0);
    }
}
