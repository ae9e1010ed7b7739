package energy.registry.ledger.contract;

import static energy.registry.ledger.contract.Draft.BUYER;
import static energy.registry.ledger.contract.Draft.ISSUER;
import static energy.registry.ledger.contract.Draft.MARKET;
import static energy.registry.ledger.contract.Draft.NOW;
import static energy.registry.ledger.contract.Draft.REGULATOR;
import static energy.registry.ledger.contract.Draft.SELLER;
import static energy.registry.ledger.contract.Draft.STRANGER;
import static energy.registry.ledger.contract.Scene.account;
import static energy.registry.ledger.contract.Scene.between;
import static energy.registry.ledger.contract.Scene.certificate;
import static energy.registry.ledger.contract.Scene.control;
import static energy.registry.ledger.contract.Scene.freezeOfAccount;
import static energy.registry.ledger.contract.Scene.freezeOfDevice;

import energy.registry.domain.control.Authority;
import energy.registry.domain.control.Freeze;
import energy.registry.domain.control.FreezeList;
import energy.registry.domain.control.FrozenKind;
import energy.registry.domain.rule.Rule;
import energy.registry.ledger.state.CertificateState;
import energy.registry.ledger.state.ControlState;
import energy.registry.ledger.state.DeviceState;
import java.time.Instant;
import java.util.Collections;
import net.corda.core.contracts.TimeWindow;
import net.corda.core.identity.Party;
import org.junit.jupiter.api.Test;

class ControlContractTest {
    private static final DeviceState DEVICE = Scene.device(Scene.PLANT.device());
    private static final Draft FOUNDED =
            Draft.of(new FoundControl("f"), ISSUER, REGULATOR).out(control());
    private static final Draft FROZEN = freezing(freezeOfDevice(), control(freezeOfDevice()));
    private static final Draft LIFTED = Draft.of(new LiftFreeze("l", "FR-1", "rita", "cleared"), REGULATOR)
            .in(control(freezeOfDevice()))
            .out(control());
    private static final Draft OFFER = Draft.of(new Offer("o", new SerialRange(0, 700_000)), SELLER)
            .in(certificate())
            .out(certificate().lockedUnder(Scene.TERMS))
            .referring(control());

    private static Draft freezing(Freeze freeze, ControlState after) {
        return Draft.of(new FreezeSubject("f", "rita", freeze.encode()), REGULATOR)
                .in(control())
                .out(after)
                .referring(DEVICE);
    }

    private static Freeze freeze(String subject, String caseNo, long until) {
        return new Freeze(
                "FR-9",
                FrozenKind.DEVICE,
                subject,
                "",
                Authority.REGULATOR,
                caseNo,
                "why",
                NOW.getEpochSecond(),
                until);
    }

    @Test
    void controlIsFoundedEmptyByBoth() {
        FOUNDED.isLawful();
        FOUNDED.tweak(draft -> draft.signers.remove(1)).breaks(Rule.REQUIRED_KEYS_SIGN);
        FOUNDED.tweak(draft -> draft.signers.remove(0)).breaks(Rule.REQUIRED_KEYS_SIGN);
        FOUNDED.output(0, control(freezeOfDevice())).breaks(Rule.CONTROL_IS_FOUNDED);
        FOUNDED.tweak(draft -> draft.notary = STRANGER.getParty()).breaks(Rule.NOTARY_IS_PINNED);
    }

    @Test
    void theRegulatorFreezesAndLifts() {
        FROZEN.isLawful();
        LIFTED.isLawful();
    }

    @Test
    void theIssuingBodyFreezesAnAccountAndLiftsItself() {
        Freeze freeze = freezeOfAccount("acme", BUYER);
        Draft frozen = Draft.of(new FreezeSubject("f", "ida", freeze.encode()), ISSUER)
                .in(control())
                .out(control(freeze))
                .referring(account("acme", BUYER));
        frozen.isLawful();
        frozen.signedBy(MARKET).breaks(Rule.REQUIRED_KEYS_SIGN);
        frozen.tweak(draft -> draft.references.set(0, account("acme", SELLER))).breaks(Rule.FREEZE_IS_COMPLETE);
        Draft.of(new LiftFreeze("l", "FR-2", "ida", "cleared"), ISSUER)
                .in(control(freeze))
                .out(control())
                .isLawful();
    }

    @Test
    void nobodyElseFreezesOrLifts() {
        FROZEN.signedBy(ISSUER).breaks(Rule.REQUIRED_KEYS_SIGN);
        LIFTED.signedBy(ISSUER).breaks(Rule.REQUIRED_KEYS_SIGN);
        LIFTED.signedBy(SELLER).breaks(Rule.REQUIRED_KEYS_SIGN);
    }

    @Test
    void aFreezeIsComplete() {
        Freeze nobody = freeze("WTG-9999", "C", Freeze.OPEN);
        Freeze noCase = freeze("WTG-0001", " ", Freeze.OPEN);
        Freeze over = freeze("WTG-0001", "C", NOW.getEpochSecond());
        freezing(nobody, control(nobody)).breaks(Rule.FREEZE_IS_COMPLETE);
        freezing(noCase, control(noCase)).breaks(Rule.FREEZE_IS_COMPLETE);
        freezing(over, control(over)).breaks(Rule.FREEZE_IS_COMPLETE);
        FROZEN.tweak(draft -> draft.window = TimeWindow.fromOnly(NOW)).breaks(Rule.FREEZE_IS_COMPLETE);
        FROZEN.input(0, control(freezeOfDevice()))
                .output(0, control(freezeOfDevice(), freezeOfDevice()))
                .breaks(Rule.FREEZE_IS_COMPLETE);
        LIFTED.commanding(new LiftFreeze("l", "FR-1", "rita", " ")).breaks(Rule.FREEZE_IS_COMPLETE);
        FROZEN.commanding(new FreezeSubject("f", "rita", new byte[] {1})).breaks(Rule.FREEZE_IS_COMPLETE);
    }

    @Test
    void theListChangesByThisFreezeOnly() {
        FROZEN.output(0, control()).breaks(Rule.FREEZE_LIST_FOLLOWS_COMMAND);
        LIFTED.output(0, control(freezeOfDevice())).breaks(Rule.FREEZE_LIST_FOLLOWS_COMMAND);
        LIFTED.commanding(new LiftFreeze("l", "FR-7", "rita", "cleared")).breaks(Rule.FREEZE_EXISTS);
        ControlState taken = with(SELLER.getParty(), Draft.NOTARY.getParty(), FreezeList.EMPTY.plus(freezeOfDevice()));
        FROZEN.output(0, taken).breaks(Rule.ISSUER_IS_PINNED);
    }

    @Test
    void theListHasALimit() {
        FreezeList full = FreezeList.EMPTY;
        for (int i = 0; i < FreezeList.FREEZES_MAX; i++) {
            full = full.plus(new Freeze(
                    "FR-X" + i,
                    FrozenKind.DEVICE,
                    "WTG-" + i,
                    "",
                    Authority.REGULATOR,
                    "C",
                    "why",
                    NOW.getEpochSecond(),
                    Freeze.OPEN));
        }
        FROZEN.input(0, with(REGULATOR.getParty(), Draft.NOTARY.getParty(), full))
                .breaks(Rule.FREEZE_LIST_HAS_ROOM);
    }

    private static ControlState with(Party regulator, Party notary, FreezeList list) {
        return new ControlState(
                list.encode(), ISSUER.getParty(), regulator, notary, Collections.singletonList(MARKET.getParty()));
    }

    @Test
    void anOwnersCommandConsultsTheGenuineList() {
        OFFER.isLawful();
        OFFER.tweak(draft -> draft.references.set(0, account("acme", BUYER))).breaks(Rule.FREEZES_ARE_CONSULTED);
        OFFER.tweak(draft -> draft.references.clear()).breaks(Rule.STATES_ARE_EXPECTED);
        ControlState own = new ControlState(
                FreezeList.EMPTY.encode(),
                SELLER.getParty(),
                SELLER.getParty(),
                Draft.NOTARY.getParty(),
                Collections.singletonList(MARKET.getParty()));
        OFFER.tweak(draft -> draft.references.set(0, own)).breaks(Rule.FREEZES_ARE_CONSULTED);
        ControlState elsewhere = with(REGULATOR.getParty(), STRANGER.getParty(), FreezeList.EMPTY);
        OFFER.tweak(draft -> draft.references.set(0, elsewhere)).breaks(Rule.FREEZES_ARE_CONSULTED);
    }

    @Test
    void whatIsFrozenDoesNotMove() {
        OFFER.tweak(draft -> draft.references.set(0, control(freezeOfDevice()))).breaks(Rule.SUBJECT_IS_NOT_FROZEN);
        OFFER.tweak(draft -> draft.references.set(0, control(freezeOfAccount("windpark-nord", SELLER))))
                .breaks(Rule.SUBJECT_IS_NOT_FROZEN);
        OFFER.tweak(draft -> draft.references.set(0, control(freezeOfAccount("acme", BUYER))))
                .isLawful();
    }

    @Test
    void moneyOfAFrozenAccountStays() {
        Draft withdrawal = Draft.of(new Withdraw("w", "acme", "EUR", 50, "ida", "bank"), ISSUER)
                .in(Scene.money(BUYER, 60))
                .out(Scene.money(BUYER, 10))
                .referring(account("acme", BUYER), control(freezeOfAccount("acme", BUYER)));
        withdrawal.breaks(Rule.SUBJECT_IS_NOT_FROZEN);
        withdrawal.tweak(draft -> draft.references.set(1, control())).isLawful();
    }

    @Test
    void aFreezeWithAnEndHoldsUntilItsEnd() {
        Instant end = NOW.plusSeconds(3_600);
        ControlState until = control(freeze("WTG-0001", "C", end.getEpochSecond()));
        OFFER.tweak(draft -> draft.references.set(0, until)).breaks(Rule.SUBJECT_IS_NOT_FROZEN);
        OFFER.tweak(draft -> {
                    draft.references.set(0, until);
                    draft.window = TimeWindow.between(end.minusSeconds(1), end.plusSeconds(60));
                })
                .breaks(Rule.SUBJECT_IS_NOT_FROZEN);
        OFFER.tweak(draft -> {
                    draft.references.set(0, until);
                    draft.window = TimeWindow.between(end, end.plusSeconds(60));
                })
                .isLawful();
    }

    @Test
    void aFreezeBeginsWithinTheNotarisedWindow() {
        long now = NOW.getEpochSecond();
        freezing(from(now - 30), control(from(now - 30))).isLawful();
        freezing(from(now + 180), control(from(now + 180))).isLawful();
        freezing(from(now - 31), control(from(now - 31))).breaks(Rule.FREEZE_IS_COMPLETE);
        freezing(from(now + 181), control(from(now + 181))).breaks(Rule.FREEZE_IS_COMPLETE);
    }

    private static Freeze from(long second) {
        return new Freeze(
                "FR-9", FrozenKind.DEVICE, "WTG-0001", "", Authority.REGULATOR, "C", "why", second, Freeze.OPEN);
    }

    /** The list of one issuing body says nothing of what another has frozen. */
    @Test
    void certificatesOfSeveralIssuersDoNotMoveTogether() {
        CertificateState foreign = between(certificate(), 300_000, 700_000);
        CertificateState others =
                new CertificateState(foreign.getBundle(), SELLER.getPublicKey(), MARKET.getParty(), foreign.getLock());
        Draft merged = Draft.of(new Merge("m"), SELLER)
                .in(between(certificate(), 0, 300_000), others)
                .out(certificate())
                .referring(control());
        merged.breaks(Rule.FREEZES_ARE_CONSULTED);
        merged.input(1, foreign).isLawful();
    }
}
