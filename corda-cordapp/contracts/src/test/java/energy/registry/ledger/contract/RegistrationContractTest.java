package energy.registry.ledger.contract;

import static energy.registry.ledger.contract.Draft.ISSUER;
import static energy.registry.ledger.contract.Draft.MARKET;
import static energy.registry.ledger.contract.Draft.REGULATOR;
import static energy.registry.ledger.contract.Draft.SELLER;
import static energy.registry.ledger.contract.Draft.STRANGER;

import energy.registry.domain.cursor.CursorPage;
import energy.registry.domain.cursor.MeterCursor;
import energy.registry.domain.device.Deregistration;
import energy.registry.domain.device.DeviceProfile;
import energy.registry.domain.device.DeviceStanding;
import energy.registry.domain.device.Measurement;
import energy.registry.domain.device.OtherRegistration;
import energy.registry.domain.device.ProductionDevice;
import energy.registry.domain.encoding.Digest;
import energy.registry.domain.evidence.SignedRecord;
import energy.registry.domain.merkle.SparseMerkleTree;
import energy.registry.domain.register.Fingerprint;
import energy.registry.domain.rule.Rule;
import energy.registry.fixture.Keypair;
import energy.registry.fixture.Plant;
import energy.registry.ledger.state.AccountState;
import energy.registry.ledger.state.CursorPageState;
import energy.registry.ledger.state.DeviceRegisterState;
import energy.registry.ledger.state.DeviceState;
import energy.registry.ledger.state.DeviceStatus;
import energy.registry.ledger.state.Keys;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegistrationContractTest {
    private static final Plant PLANT = Scene.PLANT;
    private static final DeviceRegisterState EMPTY = Scene.REGISTER;

    private static final Draft FOUNDING =
            Draft.of(new FoundRegister("f"), ISSUER, REGULATOR).out(EMPTY);

    private static final AccountState ACCOUNT = Scene.account("windpark-nord", SELLER);
    private static final Draft OPENING =
            Draft.of(new OpenAccount("a"), SELLER, MARKET, ISSUER).out(ACCOUNT);

    private static final Draft REGISTRATION = registration(PLANT.device(), EMPTY, new SparseMerkleTree(), newPage());

    private static CursorPageState newPage() {
        return CursorPageState.fresh(EMPTY);
    }

    /** What the issuing body would send for a device on the first page. */
    private static Draft registration(
            ProductionDevice device, DeviceRegisterState before, SparseMerkleTree tree, CursorPageState page) {
        List<AbsenceEvidence> absences = new ArrayList<>();
        for (Fingerprint print : Fingerprint.of(device)) {
            absences.add(absence(tree, print));
        }
        if (!tree.contains(Fingerprint.placeOf(device).digest())) {
            absences.add(absence(tree, Fingerprint.placeOf(device)));
        }
        MeterCursor cursor = MeterCursor.fresh(device, Keys.kernelKey(SELLER.getPublicKey()));
        return Draft.of(new RegisterDevice("d", "ida", "approved", absences), ISSUER)
                .in(before)
                .out(before.withDevice(tree.root(), 1), page.with(page.cursors().plus(cursor)), Scene.device(device))
                .referring(ACCOUNT);
    }

    /** Nothing for a print that is not absent: there is no proof of it. */
    private static AbsenceEvidence absence(SparseMerkleTree tree, Fingerprint print) {
        if (tree.contains(print.digest())) {
            return new AbsenceEvidence(new byte[0]);
        }
        AbsenceEvidence proof = AbsenceEvidence.of(tree.absenceOf(print.digest()));
        tree.add(print.digest());
        return proof;
    }

    private static Draft registration(ProductionDevice device) {
        return registration(device, EMPTY, new SparseMerkleTree(), newPage());
    }

    @Test
    void theRegisterIsFoundedEmptyWithTheRegulatorsConsent() {
        FOUNDING.isLawful();
        FOUNDING.tweak(draft -> draft.signers.remove(REGULATOR.getPublicKey())).breaks(Rule.REGULATOR_FOUNDS_REGISTER);
        FOUNDING.tweak(draft -> draft.signers.remove(ISSUER.getPublicKey())).breaks(Rule.REQUIRED_KEYS_SIGN);
        FOUNDING.output(0, EMPTY.withDevice(Digest.sha(), 0)).breaks(Rule.REGISTER_STARTS_EMPTY);
        FOUNDING.tweak(draft -> draft.notary = STRANGER.getParty()).breaks(Rule.NOTARY_IS_PINNED);
    }

    @Test
    void anAccountIsOpenedByKeyHostAndIssuingBody() {
        OPENING.isLawful();
        OPENING.tweak(draft -> draft.signers.remove(SELLER.getPublicKey())).breaks(Rule.REQUIRED_KEYS_SIGN);
        OPENING.tweak(draft -> draft.signers.remove(MARKET.getPublicKey())).breaks(Rule.REQUIRED_KEYS_SIGN);
        OPENING.tweak(draft -> draft.signers.remove(ISSUER.getPublicKey())).breaks(Rule.REQUIRED_KEYS_SIGN);
    }

    @Test
    void anAccountIsComplete() {
        OPENING.output(0, account("Not An Id", "Name", "DE", "buyer")).breaks(Rule.ACCOUNT_IS_COMPLETE);
        OPENING.output(0, account("id", " ", "DE", "buyer")).breaks(Rule.ACCOUNT_IS_COMPLETE);
        OPENING.output(0, account("id", "Name", "Germany", "buyer")).breaks(Rule.ACCOUNT_IS_COMPLETE);
        OPENING.output(0, account("id", "Name", "DE", "king")).breaks(Rule.ACCOUNT_IS_COMPLETE);
    }

    private static AccountState account(String id, String name, String country, String role) {
        return new AccountState(
                id,
                name,
                country,
                Collections.singletonList(role),
                SELLER.getPublicKey(),
                MARKET.getParty(),
                ISSUER.getParty());
    }

    @Test
    void aNewDeviceIsRegisteredWithItsCursor() {
        REGISTRATION.isLawful();
        REGISTRATION.signedBy(MARKET).breaks(Rule.REQUIRED_KEYS_SIGN);
    }

    @Test
    void aMeterCannotLiveUnderTwoNames() {
        SparseMerkleTree tree = new SparseMerkleTree();
        Fingerprint.of(PLANT.device()).forEach(print -> tree.add(print.digest()));
        DeviceRegisterState after = EMPTY.withDevice(tree.root(), 1);
        ProductionDevice renamed = PLANT.deviceBuilder()
                .deviceId("WTG-9999")
                .name("Other")
                .meteringPointId(Plant.meteringPoint("9999"))
                .build();
        Draft again = registration(renamed, after, tree, newPage());
        again.in(newPage()
                .with(CursorPage.empty(0)
                        .plus(MeterCursor.fresh(PLANT.device(), Keys.kernelKey(SELLER.getPublicKey())))));
        again.breaks(Rule.DEVICE_IS_NEW);
    }

    @Test
    void theRootFollowsFromTheDevice() {
        REGISTRATION.output(0, EMPTY.withDevice(Digest.sha(), 1)).breaks(Rule.REGISTER_FOLLOWS_DEVICE);
        REGISTRATION.output(0, EMPTY).breaks(Rule.REGISTER_FOLLOWS_DEVICE);
    }

    @Test
    void theCursorIsFresh() {
        CursorPageState none = newPage();
        REGISTRATION.output(1, none).breaks(Rule.PAGE_FOLLOWS_REGISTRATION);
        CursorPageState other = none.with(
                CursorPage.empty(0).plus(MeterCursor.fresh(PLANT.device(), Keys.kernelKey(STRANGER.getPublicKey()))));
        REGISTRATION.output(1, other).breaks(Rule.PAGE_FOLLOWS_REGISTRATION);
    }

    @Test
    void aPageIsNotOverfilled() {
        CursorPage full = CursorPage.empty(0);
        for (int i = 0; i < CursorPage.CURSORS_MAX; i++) {
            full = full.plus(MeterCursor.fresh(
                    Plant.of("10" + i, "windpark-nord").device(), Keys.kernelKey(SELLER.getPublicKey())));
        }
        CursorPageState page = newPage().with(full);
        byte[] root = ((DeviceRegisterState) REGISTRATION.outputs.get(0)).getRoot();
        REGISTRATION
                .tweak(draft -> draft.in(page))
                .output(0, EMPTY.withDevice(Digest.of(root), 0))
                .breaks(Rule.PAGE_HAS_ROOM);
    }

    @Test
    void theOwnerHasAnAccount() {
        REGISTRATION
                .tweak(draft -> draft.references.set(0, Scene.account("acme", SELLER)))
                .breaks(Rule.OWNER_HAS_ACCOUNT);
        REGISTRATION
                .tweak(draft -> draft.references.set(0, Scene.account("windpark-nord", STRANGER)))
                .breaks(Rule.OWNER_HAS_ACCOUNT);
    }

    @Test
    void theDeviceIsGivenAsItself() {
        REGISTRATION
                .output(2, Scene.device(PLANT.device()).withStatus(DeviceStatus.SUSPENDED))
                .breaks(Rule.DEVICE_IS_ACTIVE);
    }

    @Test
    void theNotaryIsPinned() {
        REGISTRATION
                .input(
                        0,
                        new DeviceRegisterState(
                                EMPTY.getLinearId(),
                                EMPTY.getRoot(),
                                0,
                                0,
                                ISSUER.getParty(),
                                REGULATOR.getParty(),
                                STRANGER.getParty()))
                .breaks(Rule.NOTARY_IS_PINNED);
    }

    @Test
    void devicesShareAPlaceWithTheRegulatorsConsentOnly() {
        SparseMerkleTree tree = new SparseMerkleTree();
        tree.add(Fingerprint.placeOf(PLANT.device()).digest());
        DeviceRegisterState taken = EMPTY.withDevice(tree.root(), 0);
        Draft shared = registration(PLANT.device(), taken, tree, newPage());
        shared.breaks(Rule.LOCATION_IS_FREE_OR_SHARED);
        shared.tweak(draft -> draft.signers.add(REGULATOR.getPublicKey())).isLawful();
        RegisterDevice command = (RegisterDevice) shared.commands.get(0);
        List<AbsenceEvidence> withLie = new ArrayList<>(command.getAbsences());
        withLie.add(new AbsenceEvidence(new byte[0]));
        shared.commanding(new RegisterDevice("d", "ida", "approved", withLie)).breaks(Rule.LOCATION_IS_FREE_OR_SHARED);
    }

    @Test
    void aMeteringPointHasItsCheckDigit() {
        registration(PLANT.deviceBuilder().meteringPointId("571313100000000011").build())
                .breaks(Rule.METERING_POINT_IS_WELL_FORMED);
    }

    @Test
    void aGrossMeterDoesNotIssue() {
        DeviceProfile gross =
                DeviceProfile.builder().measurement(Measurement.GROSS).build();
        registration(PLANT.deviceBuilder().profile(gross).build()).breaks(Rule.DEVICE_IS_METERED_NET);
    }

    @Test
    void anEndElsewhereIsSignedThere() {
        Keypair registry = Keypair.fresh();
        OtherRegistration open = OtherRegistration.open("I-REC", registry.key(), 0);
        registration(elsewhere(open)).isLawful();
        byte[] release = new Deregistration("I-REC", PLANT.deviceId(), 0).encode();
        registration(elsewhere(open.endedBy(new SignedRecord(release, registry.sign(release)))))
                .isLawful();
        registration(elsewhere(
                        open.endedBy(new SignedRecord(release, Keypair.fresh().sign(release)))))
                .breaks(Rule.DEREGISTRATION_IS_PROVEN);
    }

    private static ProductionDevice elsewhere(OtherRegistration registration) {
        DeviceStanding standing = new DeviceStanding(
                Collections.emptyList(), Collections.emptyList(), Collections.singletonList(registration));
        return PLANT.deviceBuilder().standing(standing).build();
    }

    @Test
    void theFirstAttestationIsDueWithinAYear() {
        long year = Draft.NOW.getEpochSecond() + 366 * 86_400L;
        DeviceState device = Scene.device(PLANT.device());
        REGISTRATION.output(2, device.attestedUntil(year - 31)).isLawful();
        REGISTRATION.output(2, device.attestedUntil(year)).breaks(Rule.ATTESTATION_IS_WITHIN_A_YEAR);
    }

    @Test
    void aRegisterIsFoundedWithoutDevicesAndPages() {
        FOUNDING.output(0, register(1, 0)).breaks(Rule.REGISTER_STARTS_EMPTY);
        FOUNDING.output(0, register(0, 1)).breaks(Rule.REGISTER_STARTS_EMPTY);
    }

    private static DeviceRegisterState register(long devices, int pages) {
        return new DeviceRegisterState(
                EMPTY.getLinearId(),
                EMPTY.getRoot(),
                devices,
                pages,
                ISSUER.getParty(),
                REGULATOR.getParty(),
                Draft.NOTARY.getParty());
    }

    @Test
    void theDeviceNamesThePageWithItsCursor() {
        DeviceState device = (DeviceState) REGISTRATION.outputs.get(2);
        REGISTRATION
                .output(
                        2,
                        new DeviceState(
                                device.getDevice(),
                                DeviceStatus.APPROVED,
                                1,
                                SELLER.getPublicKey(),
                                ISSUER.getParty(),
                                device.getAttestationDueEpochSecond()))
                .breaks(Rule.PAGE_FOLLOWS_REGISTRATION);
    }

    @Test
    void aNewPageGetsTheNextNumber() {
        DeviceRegisterState grown = register(400, 1);
        REGISTRATION.input(0, grown).breaks(Rule.REGISTER_FOLLOWS_DEVICE);
        Digest root = Digest.of(((DeviceRegisterState) REGISTRATION.outputs.get(0)).getRoot());
        REGISTRATION.input(0, grown).output(0, grown.withDevice(root, 2)).breaks(Rule.PAGE_FOLLOWS_REGISTRATION);
    }

    @Test
    void bytesThatAreNoDeviceAreNotRegistered() {
        REGISTRATION
                .output(
                        2,
                        new DeviceState(
                                new byte[] {1},
                                DeviceStatus.APPROVED,
                                0,
                                SELLER.getPublicKey(),
                                ISSUER.getParty(),
                                Draft.NOW.getEpochSecond()))
                .breaks(Rule.DEVICE_IS_CANONICAL);
    }
}
