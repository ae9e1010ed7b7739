package energy.registry.ledger.contract;

import energy.registry.domain.certificate.Beneficiary;
import energy.registry.domain.certificate.CertificateBundle;
import energy.registry.domain.certificate.MainReason;
import energy.registry.domain.certificate.Retirement;
import energy.registry.domain.certificate.RetirementPurpose;
import energy.registry.domain.control.Authority;
import energy.registry.domain.control.Freeze;
import energy.registry.domain.control.FreezeList;
import energy.registry.domain.control.FrozenKind;
import energy.registry.domain.cursor.CursorPage;
import energy.registry.domain.cursor.MeterCursor;
import energy.registry.domain.device.ProductionDevice;
import energy.registry.domain.energy.ProductionPeriod;
import energy.registry.domain.energy.WattHours;
import energy.registry.domain.merkle.SparseMerkleTree;
import energy.registry.fixture.Plant;
import energy.registry.ledger.state.AccountState;
import energy.registry.ledger.state.CertificateState;
import energy.registry.ledger.state.ControlState;
import energy.registry.ledger.state.CursorPageState;
import energy.registry.ledger.state.DeviceRegisterState;
import energy.registry.ledger.state.DeviceState;
import energy.registry.ledger.state.DeviceStatus;
import energy.registry.ledger.state.Keys;
import energy.registry.ledger.state.MoneyState;
import energy.registry.ledger.state.OfferTerms;
import energy.registry.ledger.state.ProceedsState;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import net.corda.core.contracts.UniqueIdentifier;
import net.corda.testing.core.TestIdentity;

/** States that the contract's tests start from. */
final class Scene {
    static final Plant PLANT = Plant.of("0001", "windpark-nord");
    static final OfferTerms TERMS =
            new OfferTerms(4_250, "EUR", 100_000, Draft.NOW.plus(Duration.ofDays(30)), Draft.ISSUER.getParty());

    /** 700,000 Wh of two quarter hours, [0, 300,000) and [300,000, 700,000). */
    static final CertificateBundle BUNDLE = MeterCursor.fresh(
                    PLANT.device(), Keys.kernelKey(Draft.SELLER.getPublicKey()))
            .accept(
                    PLANT.says(0, 1_000, 301_000, 701_000).claim(),
                    new LedgerSignatures(),
                    Draft.ISSUER.getName().toString(),
                    Draft.NOW.getEpochSecond())
            .bundle()
            .get();

    static final DeviceRegisterState REGISTER = new DeviceRegisterState(
            new UniqueIdentifier("device-register", new UUID(1, 2)),
            SparseMerkleTree.EMPTY.bytes(),
            0,
            0,
            Draft.ISSUER.getParty(),
            Draft.REGULATOR.getParty(),
            Draft.NOTARY.getParty());

    private Scene() {}

    static CertificateState certificate() {
        return CertificateState.active(BUNDLE, Draft.SELLER.getPublicKey(), Draft.ISSUER.getParty());
    }

    static ControlState control(Freeze... freezes) {
        FreezeList list = FreezeList.EMPTY;
        for (Freeze freeze : freezes) {
            list = list.plus(freeze);
        }
        return new ControlState(
                list.encode(),
                Draft.ISSUER.getParty(),
                Draft.REGULATOR.getParty(),
                Draft.NOTARY.getParty(),
                Collections.singletonList(Draft.MARKET.getParty()));
    }

    /** In force since yesterday, for good. */
    static Freeze freezeOfDevice() {
        return new Freeze(
                "FR-1",
                FrozenKind.DEVICE,
                PLANT.deviceId(),
                "",
                Authority.REGULATOR,
                "C-1",
                "suspicion",
                Draft.NOW.getEpochSecond(),
                Freeze.OPEN);
    }

    static Freeze freezeOfAccount(String accountId, TestIdentity owner) {
        return new Freeze(
                "FR-2",
                FrozenKind.ACCOUNT,
                accountId,
                Keys.idOf(owner.getPublicKey()),
                Authority.ISSUING_BODY,
                "C-2",
                "suspicion",
                Draft.NOW.getEpochSecond(),
                Freeze.OPEN);
    }

    static CertificateState between(CertificateState from, long fromWh, long toWh) {
        return from.withBundle(from.certificate().between(fromWh, toWh));
    }

    static CertificateState first(CertificateState from, long wattHours) {
        return from.withBundle(from.certificate().first(WattHours.of(wattHours)));
    }

    static CertificateState after(CertificateState from, long wattHours) {
        return from.withBundle(from.certificate().after(WattHours.of(wattHours)));
    }

    /** What a sale brought. */
    static ProceedsState earned(TestIdentity owner, String proceedsId, long amountMinor) {
        return new ProceedsState(proceedsId, owner.getPublicKey(), "EUR", amountMinor, Draft.ISSUER.getParty());
    }

    static MoneyState money(TestIdentity owner, long amountMinor) {
        return new MoneyState(owner.getPublicKey(), "EUR", amountMinor, Draft.ISSUER.getParty());
    }

    static AccountState account(String id, TestIdentity owner) {
        return new AccountState(
                id,
                "Windpark Nord",
                "DE",
                Collections.singletonList("generator"),
                owner.getPublicKey(),
                Draft.MARKET.getParty(),
                Draft.ISSUER.getParty());
    }

    static CursorPageState page(Plant... plants) {
        CursorPage page = CursorPage.empty(0);
        for (Plant plant : plants) {
            page = page.plus(MeterCursor.fresh(plant.device(), Keys.kernelKey(Draft.SELLER.getPublicKey())));
        }
        return page(page, Draft.ISSUER, Draft.NOTARY);
    }

    static CursorPageState page(CursorPage page, TestIdentity issuer, TestIdentity notary) {
        return new CursorPageState(
                page.encode(),
                REGISTER.getLinearId().toString(),
                issuer.getParty(),
                Draft.REGULATOR.getParty(),
                notary.getParty());
    }

    static DeviceState device(ProductionDevice record) {
        return new DeviceState(
                record.encode(),
                DeviceStatus.APPROVED,
                0,
                Draft.SELLER.getPublicKey(),
                Draft.ISSUER.getParty(),
                Draft.NOW.getEpochSecond());
    }

    static Retirement retirement(CertificateBundle... lines) {
        return retirement(purpose("Acme B.V."), Arrays.asList(lines));
    }

    static Retirement retirement(RetirementPurpose purpose, List<CertificateBundle> lines) {
        return new Retirement("r", "windpark-nord", Draft.NOW.getEpochSecond(), purpose, lines);
    }

    static RetirementPurpose purpose(String beneficiary) {
        return new RetirementPurpose(
                new Beneficiary(beneficiary, "NL-1", "NL", "Amsterdam"),
                "Electricity use",
                MainReason.VOLUNTARY,
                ProductionPeriod.between(Plant.MIDNIGHT, Draft.NOW.getEpochSecond()),
                "",
                "");
    }
}
