package energy.registry.ledger.contract;

import static energy.registry.ledger.contract.Draft.BUYER;
import static energy.registry.ledger.contract.Draft.ISSUER;
import static energy.registry.ledger.contract.Draft.NOTARY;
import static energy.registry.ledger.contract.Draft.NOW;
import static energy.registry.ledger.contract.Draft.REGULATOR;
import static energy.registry.ledger.contract.Draft.SELLER;
import static energy.registry.ledger.contract.Draft.STRANGER;
import static energy.registry.ledger.contract.Scene.between;
import static energy.registry.ledger.contract.Scene.certificate;
import static energy.registry.ledger.contract.Scene.control;
import static energy.registry.ledger.contract.Scene.freezeOfDevice;
import static java.util.Arrays.asList;
import static java.util.Collections.singletonList;
import static org.assertj.core.api.Assertions.assertThat;

import energy.registry.domain.certificate.CertificateBundle;
import energy.registry.domain.certificate.CertificateEnd;
import energy.registry.domain.certificate.EndKind;
import energy.registry.domain.claim.SignedClaim;
import energy.registry.domain.cursor.CursorPage;
import energy.registry.domain.cursor.MeterCursor;
import energy.registry.domain.device.ProductionDevice;
import energy.registry.domain.device.Technology;
import energy.registry.domain.encoding.Digest;
import energy.registry.domain.rule.Rule;
import energy.registry.domain.storage.StorageAccount;
import energy.registry.fixture.Plant;
import energy.registry.ledger.state.CertificateState;
import energy.registry.ledger.state.CursorPageState;
import energy.registry.ledger.state.EndState;
import energy.registry.ledger.state.Keys;
import energy.registry.ledger.state.StorageState;
import java.time.Instant;
import net.corda.core.contracts.TimeWindow;
import net.corda.core.utilities.OpaqueBytes;
import org.junit.jupiter.api.Test;

/** A battery of 90 % takes in 500,000 Wh of a turbine and gives back 450,000. */
class StorageContractTest {
    private static final Plant PLANT = Plant.of("0300", "windpark-nord");
    private static final ProductionDevice UNIT =
            PLANT.deviceBuilder().technology(Technology.STORAGE).build();
    private static final StorageAccount EMPTY =
            StorageAccount.empty(UNIT.deviceId(), Keys.kernelKey(SELLER.getPublicKey()), 900_000);
    private static final CertificateBundle LINE = certificate().certificate().between(100_000, 600_000);
    private static final StorageAccount FULL =
            EMPTY.charged(Digest.sha(stored(LINE).encode()), 500_000);
    private static final CursorPageState PAGE = page(UNIT);

    private static final Draft OPENED = Draft.of(new OpenStorage("o", "ida", "approved"), ISSUER)
            .out(state(EMPTY))
            .referring(Scene.device(UNIT));
    private static final Draft CHARGED = Draft.of(charge(new SerialRange(100_000, 600_000)), SELLER)
            .in(certificate(), state(EMPTY))
            .out(
                    end(stored(LINE)),
                    state(FULL),
                    between(certificate(), 0, 100_000),
                    between(certificate(), 600_000, 700_000))
            .referring(control());
    private static final Draft DISCHARGED = discharging(claim(450_000));

    private static CursorPageState page(ProductionDevice unit) {
        MeterCursor cursor = MeterCursor.fresh(unit, Keys.kernelKey(SELLER.getPublicKey()));
        return Scene.page(CursorPage.empty(0).plus(cursor), ISSUER, NOTARY);
    }

    private static StorageState state(StorageAccount account) {
        return new StorageState(account.encode(), ISSUER.getParty(), NOTARY.getParty());
    }

    private static Charge charge(SerialRange... pieces) {
        return new Charge("c", asList(pieces), "greta");
    }

    private static CertificateEnd stored(CertificateBundle... lines) {
        return new CertificateEnd(EndKind.STORED, "c", asList(lines));
    }

    private static EndState end(CertificateEnd end) {
        return new EndState(end.encode(), ISSUER.getParty());
    }

    private static SignedClaim claim(long wattHours) {
        return PLANT.says(0, 0, wattHours).claim();
    }

    private static Draft discharging(SignedClaim claim) {
        IssuePlan plan = new IssuePlan(singletonList(PAGE), NOW.getEpochSecond());
        assertThat(plan.addDischarge(claim.encode()).isValid()).isTrue();
        long energy = plan.certificates().get(0).certificate().quantity().toLong();
        return Draft.of(new Discharge("d", claim.encode(), NOW.getEpochSecond()), ISSUER)
                .in(PAGE, state(FULL))
                .out(plan.pages().get(0), state(FULL.discharged(energy).orElse(FULL)))
                .out(plan.certificates().get(0))
                .referring(control());
    }

    @Test
    void aStorageOpensEmptyForItsUnit() {
        OPENED.isLawful();
        OPENED.signedBy(SELLER).breaks(Rule.REQUIRED_KEYS_SIGN);
        OPENED.output(0, state(FULL)).breaks(Rule.STORAGE_IS_COMPLETE);
        OPENED.output(0, new StorageState(new byte[] {1}, ISSUER.getParty(), NOTARY.getParty()))
                .breaks(Rule.STORAGE_IS_COMPLETE);
        OPENED.output(0, new StorageState(EMPTY.encode(), REGULATOR.getParty(), NOTARY.getParty()))
                .breaks(Rule.STORAGE_IS_COMPLETE);
        OPENED.output(0, new StorageState(EMPTY.encode(), ISSUER.getParty(), STRANGER.getParty()))
                .breaks(Rule.NOTARY_IS_PINNED);
        OPENED.tweak(draft -> draft.references.set(0, Scene.device(PLANT.device())))
                .breaks(Rule.STORAGE_IS_COMPLETE);
        OPENED.commanding(new OpenStorage("o", "ida", " ")).breaks(Rule.STORAGE_IS_COMPLETE);
        OPENED.tweak(draft -> draft.out(state(EMPTY))).breaks(Rule.STATES_ARE_EXPECTED);
    }

    @Test
    void aChargeTakesCertificatesOutOfCirculation() {
        CHARGED.isLawful();
        CHARGED.signedBy(BUYER).breaks(Rule.REQUIRED_KEYS_SIGN);
        CHARGED.input(0, certificate().lockedUnder(Scene.TERMS)).breaks(Rule.CERTIFICATE_IS_ACTIVE);
        CHARGED.tweak(draft -> draft.references.set(0, control(freezeOfDevice())))
                .breaks(Rule.SUBJECT_IS_NOT_FROZEN);
        CHARGED.output(0, end(new CertificateEnd(EndKind.EXPIRED, "c", singletonList(LINE))))
                .breaks(Rule.END_LISTS_CERTIFICATES);
        CHARGED.output(1, state(EMPTY)).breaks(Rule.STORAGE_FOLLOWS_CHARGE);
        CHARGED.output(1, state(EMPTY.charged(Digest.ZERO, 500_000))).breaks(Rule.STORAGE_FOLLOWS_CHARGE);
        CHARGED.output(2, certificate()).breaks(Rule.ENERGY_IS_CONSERVED);
        CHARGED.commanding(charge()).breaks(Rule.STATES_ARE_EXPECTED);
        Instant late = Instant.ofEpochSecond(LINE.issuance().tradableUntilEpochSecond());
        CHARGED.tweak(draft -> draft.window = TimeWindow.between(late, late.plusSeconds(60)))
                .breaks(Rule.CERTIFICATE_IS_NOT_EXPIRED);
    }

    @Test
    void oneChargesOnesOwnStorage() {
        StorageAccount others = StorageAccount.empty("BAT", Keys.kernelKey(BUYER.getPublicKey()), 900_000);
        CHARGED.input(1, state(others)).breaks(Rule.STORAGE_IS_ONES_OWN);
        CHARGED.input(1, new StorageState(EMPTY.encode(), REGULATOR.getParty(), NOTARY.getParty()))
                .breaks(Rule.STORAGE_IS_ONES_OWN);
        CHARGED.input(1, new StorageState(EMPTY.encode(), ISSUER.getParty(), STRANGER.getParty()))
                .breaks(Rule.NOTARY_IS_PINNED);
        CHARGED.commanding(charge(new SerialRange(100_000, 600_000), new SerialRange(0, 1)))
                .tweak(draft -> draft.in(certificate().activeOf(BUYER.getPublicKey())))
                .breaks(Rule.OWNER_HOLDS_CERTIFICATE);
        StorageAccount packed = EMPTY;
        for (int i = 0; i < StorageAccount.CHARGES_MAX; i++) {
            packed = packed.charged(Digest.ZERO, 1);
        }
        CHARGED.input(1, state(packed)).breaks(Rule.STORAGE_IS_ONES_OWN);
    }

    @Test
    void aDischargeIsCoveredByWhatWasCharged() {
        DISCHARGED.isLawful();
        assertThat(((CertificateState) DISCHARGED.outputs.get(2))
                        .certificate()
                        .issuance()
                        .marks())
                .contains("FROM_STORAGE");
        discharging(claim(450_001)).breaks(Rule.DISCHARGE_IS_COVERED);
        DISCHARGED.output(1, state(FULL)).breaks(Rule.STORAGE_FOLLOWS_DISCHARGE);
        DISCHARGED.output(1, state(FULL.discharged(449_999).get())).breaks(Rule.STORAGE_FOLLOWS_DISCHARGE);
        DISCHARGED.signedBy(SELLER).breaks(Rule.REQUIRED_KEYS_SIGN);
        DISCHARGED.output(0, PAGE).breaks(Rule.CURSOR_FOLLOWS_CLAIMS);
        DISCHARGED.output(2, certificate()).breaks(Rule.CERTIFICATES_FOLLOW_CLAIMS);
        DISCHARGED.tweak(draft -> draft.inputs.remove(1)).breaks(Rule.STATES_ARE_EXPECTED);
    }

    @Test
    void aStorageDischargesItsOwnUnit() {
        StorageAccount other = StorageAccount.empty("BAT", Keys.kernelKey(SELLER.getPublicKey()), 900_000)
                .charged(Digest.ZERO, 500_000);
        DISCHARGED.input(1, state(other)).breaks(Rule.STORAGE_IS_ONES_OWN);
        DISCHARGED
                .input(1, new StorageState(FULL.encode(), REGULATOR.getParty(), NOTARY.getParty()))
                .breaks(Rule.STORAGE_IS_ONES_OWN);
        DISCHARGED
                .input(1, new StorageState(FULL.encode(), ISSUER.getParty(), STRANGER.getParty()))
                .breaks(Rule.NOTARY_IS_PINNED);
    }

    @Test
    void onlyStorageIsDischargedAndStorageIsOnlyDischarged() {
        SignedClaim claim = claim(450_000);
        DISCHARGED
                .commanding(new Issue("d", singletonList(new OpaqueBytes(claim.encode())), NOW.getEpochSecond()))
                .tweak(draft -> draft.inputs.remove(1))
                .tweak(draft -> draft.outputs.remove(1))
                .breaks(Rule.STORED_ENERGY_IS_DISCHARGED);
        DISCHARGED.input(0, page(PLANT.device())).breaks(Rule.STORED_ENERGY_IS_DISCHARGED);
    }
}
