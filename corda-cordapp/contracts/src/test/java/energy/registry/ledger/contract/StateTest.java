package energy.registry.ledger.contract;

import static energy.registry.ledger.contract.Draft.BUYER;
import static energy.registry.ledger.contract.Draft.ISSUER;
import static energy.registry.ledger.contract.Draft.MARKET;
import static energy.registry.ledger.contract.Draft.NOTARY;
import static energy.registry.ledger.contract.Draft.NOW;
import static energy.registry.ledger.contract.Draft.REGULATOR;
import static energy.registry.ledger.contract.Draft.SELLER;
import static energy.registry.ledger.contract.Draft.STRANGER;
import static energy.registry.ledger.contract.Scene.certificate;
import static java.util.Arrays.asList;
import static java.util.Collections.singletonList;
import static org.assertj.core.api.Assertions.assertThat;

import energy.registry.domain.certificate.CertificateEnd;
import energy.registry.domain.certificate.EndKind;
import energy.registry.domain.consumption.ConsumptionCursor;
import energy.registry.domain.consumption.ConsumptionPoint;
import energy.registry.domain.control.FreezeList;
import energy.registry.domain.cursor.CursorPage;
import energy.registry.domain.encoding.Digest;
import energy.registry.domain.exchange.ForeignRegistry;
import energy.registry.domain.storage.StorageAccount;
import energy.registry.fixture.Keypair;
import energy.registry.fixture.Plant;
import energy.registry.ledger.schema.LedgerSchema;
import energy.registry.ledger.schema.PersistentAccount;
import energy.registry.ledger.schema.PersistentCertificate;
import energy.registry.ledger.schema.PersistentDevice;
import energy.registry.ledger.schema.PersistentMoney;
import energy.registry.ledger.schema.PersistentPage;
import energy.registry.ledger.state.AccountState;
import energy.registry.ledger.state.CanonicalState;
import energy.registry.ledger.state.CertificateState;
import energy.registry.ledger.state.ConsumptionState;
import energy.registry.ledger.state.ControlState;
import energy.registry.ledger.state.CursorPageState;
import energy.registry.ledger.state.DeviceState;
import energy.registry.ledger.state.DeviceStatus;
import energy.registry.ledger.state.EndState;
import energy.registry.ledger.state.ExportTerms;
import energy.registry.ledger.state.ForeignRegistryState;
import energy.registry.ledger.state.Keys;
import energy.registry.ledger.state.RetirementState;
import energy.registry.ledger.state.StorageState;
import energy.registry.ledger.state.TransferTerms;
import net.corda.core.contracts.ContractState;
import net.corda.core.identity.AbstractParty;
import net.corda.core.identity.AnonymousParty;
import net.corda.core.schemas.PersistentState;
import net.corda.core.schemas.QueryableState;
import net.corda.testing.core.TestIdentity;
import org.junit.jupiter.api.Test;

/** Which nodes keep a state, under what a node finds it again, and which bytes a check without a node reads. */
class StateTest {
    private static final CertificateState FREE = certificate();
    private static final CertificateState PROPOSED =
            FREE.lockedUnder(new TransferTerms("TR-1", BUYER.getPublicKey(), NOW.plusSeconds(60), "invoice 7"));
    private static final CertificateState EXPORTED = FREE.lockedUnder(new ExportTerms("EX-1", "NORDIC", "ACC-1"));
    private static final DeviceState DEVICE = new DeviceState(
            Scene.PLANT.device().encode(),
            DeviceStatus.APPROVED,
            3,
            SELLER.getPublicKey(),
            ISSUER.getParty(),
            NOW.getEpochSecond());
    private static final CursorPageState PAGE = Scene.page(CursorPage.empty(7), ISSUER, NOTARY);
    private static final AccountState ACCOUNT = Scene.account("acme", BUYER);
    private static final RetirementState RETIREMENT =
            new RetirementState(Scene.retirement(Scene.BUNDLE).encode(), SELLER.getPublicKey(), ISSUER.getParty());
    private static final CertificateEnd ENDED = new CertificateEnd(EndKind.EXPIRED, "e", singletonList(Scene.BUNDLE));
    private static final EndState END = new EndState(ENDED.encode(), ISSUER.getParty());
    private static final StorageAccount STORED =
            StorageAccount.empty("BAT", Keys.kernelKey(SELLER.getPublicKey()), 900_000);
    private static final StorageState STORAGE = new StorageState(STORED.encode(), ISSUER.getParty(), NOTARY.getParty());
    private static final ConsumptionCursor CONSUMED = ConsumptionCursor.fresh(new ConsumptionPoint(
            "DE0001",
            "acme",
            Keys.kernelKey(BUYER.getPublicKey()),
            "MTR-7",
            Keypair.fresh().key(),
            Plant.QUARTER,
            Plant.MIDNIGHT));
    private static final ConsumptionState CONSUMPTION =
            new ConsumptionState(CONSUMED.encode(), ISSUER.getParty(), NOTARY.getParty());
    private static final ForeignRegistry NORDIC =
            ForeignRegistry.fresh("NORDIC", Keypair.fresh().key());
    private static final ForeignRegistryState REGISTRY = new ForeignRegistryState(
            NORDIC.encode(),
            ISSUER.getParty(),
            REGULATOR.getParty(),
            NOTARY.getParty(),
            asList(ISSUER.getParty(), MARKET.getParty()));

    private static void isKeptBy(ContractState state, AbstractParty... parties) {
        assertThat(state.getParticipants()).containsExactlyInAnyOrder(parties);
    }

    private static AnonymousParty key(TestIdentity identity) {
        return new AnonymousParty(identity.getPublicKey());
    }

    @Test
    void aCertificateIsKeptByItsOwnerAndByWhomItIsProposedTo() {
        isKeptBy(FREE, key(SELLER));
        isKeptBy(FREE.lockedUnder(Scene.TERMS), key(SELLER));
        isKeptBy(EXPORTED, key(SELLER));
        isKeptBy(PROPOSED, key(SELLER), key(BUYER));
    }

    @Test
    void whatBelongsToAnAccountIsKeptByItAndByTheAuthority() {
        isKeptBy(DEVICE, key(SELLER), ISSUER.getParty());
        isKeptBy(STORAGE, key(SELLER), ISSUER.getParty());
        isKeptBy(CONSUMPTION, key(BUYER), ISSUER.getParty());
        isKeptBy(Scene.money(BUYER, 5), key(BUYER), ISSUER.getParty());
        isKeptBy(Scene.earned(SELLER, "PR-1", 5), key(SELLER), ISSUER.getParty());
        isKeptBy(ACCOUNT, key(BUYER), MARKET.getParty(), ISSUER.getParty());
        isKeptBy(RETIREMENT, key(SELLER));
    }

    @Test
    void theRegistrysOwnStatesAreKeptByItsAuthoritiesAndObservers() {
        isKeptBy(END, ISSUER.getParty());
        isKeptBy(PAGE, ISSUER.getParty());
        isKeptBy(Scene.REGISTER, ISSUER.getParty(), REGULATOR.getParty());
        isKeptBy(REGISTRY, ISSUER.getParty(), MARKET.getParty());
        isKeptBy(Scene.control(), MARKET.getParty(), ISSUER.getParty(), REGULATOR.getParty());
    }

    @Test
    void anAuthorityThatObservesIsNamedOnce() {
        ControlState control = Scene.control().with(FreezeList.EMPTY, asList(REGULATOR.getParty(), MARKET.getParty()));
        isKeptBy(control, REGULATOR.getParty(), MARKET.getParty(), ISSUER.getParty());
        assertThat(control.getObservers()).containsExactly(REGULATOR.getParty(), MARKET.getParty());
        assertThat(control.isPinnedLike(Scene.control())).isTrue();
    }

    private static <T extends PersistentState> T row(QueryableState state, Class<T> kind) {
        assertThat(state.supportedSchemas()).containsExactly(LedgerSchema.INSTANCE);
        return kind.cast(state.generateMappedObject(LedgerSchema.INSTANCE));
    }

    @Test
    void aCertificateIsFoundByIdDeviceOwnerStatusLockAndExpiry() {
        PersistentCertificate free = row(FREE, PersistentCertificate.class);
        assertThat(free.getCertificateId()).isEqualTo(Scene.BUNDLE.certificateId());
        assertThat(free.getDeviceId()).isEqualTo(Scene.PLANT.deviceId());
        assertThat(free.getOwnerKeyId()).isEqualTo(Keys.idOf(SELLER.getPublicKey()));
        assertThat(free.getStatus()).isEqualTo("ACTIVE");
        assertThat(free.getLockId()).isNull();
        assertThat(free.getExpiresEpochSecond())
                .isEqualTo(Scene.BUNDLE.issuance().expiresEpochSecond());
        PersistentCertificate proposed = row(PROPOSED, PersistentCertificate.class);
        assertThat(proposed.getStatus()).isEqualTo("PENDING_TRANSFER");
        assertThat(proposed.getLockId()).isEqualTo("TR-1");
        PersistentCertificate exported = row(EXPORTED, PersistentCertificate.class);
        assertThat(exported.getStatus()).isEqualTo("EXPORT_PENDING");
        assertThat(exported.getLockId()).isEqualTo("EX-1");
    }

    @Test
    void devicesPagesAccountsAndMoneyAreFoundByTheirNamesAndNumbers() {
        PersistentDevice device = row(DEVICE, PersistentDevice.class);
        assertThat(device.getDeviceId()).isEqualTo(Scene.PLANT.deviceId());
        assertThat(device.getMeterId()).isEqualTo(Scene.PLANT.meterId());
        assertThat(device.getPage()).isEqualTo(3);
        assertThat(row(PAGE, PersistentPage.class).getPageNumber()).isEqualTo(7);
        PersistentAccount account = row(ACCOUNT, PersistentAccount.class);
        assertThat(account.getAccountId()).isEqualTo("acme");
        assertThat(account.getKeyId()).isEqualTo(Keys.idOf(BUYER.getPublicKey()));
        PersistentMoney money = row(Scene.money(BUYER, 5), PersistentMoney.class);
        assertThat(money.getOwnerKeyId()).isEqualTo(Keys.idOf(BUYER.getPublicKey()));
        assertThat(money.getCurrency()).isEqualTo("EUR");
    }

    /** Without it a node would make the tables by itself, and otherwise. */
    @Test
    void theTablesAreMadeByTheChangesThatComeAlong() {
        String changes = "/migration/" + LedgerSchema.INSTANCE.getMigrationResource() + ".xml";
        assertThat(LedgerSchema.class.getResource(changes)).isNotNull();
    }

    private static void isReadAs(CanonicalState state, byte[] bytes) {
        assertThat(state.canonicalBytes()).isEqualTo(bytes);
    }

    @Test
    void aCheckWithoutANodeReadsTheBytesThatTheRulesRead() {
        isReadAs(FREE, Scene.BUNDLE.encode());
        isReadAs(DEVICE, Scene.PLANT.device().encode());
        isReadAs(PAGE, CursorPage.empty(7).encode());
        isReadAs(RETIREMENT, Scene.retirement(Scene.BUNDLE).encode());
        isReadAs(END, ENDED.encode());
        isReadAs(STORAGE, STORED.encode());
        isReadAs(CONSUMPTION, CONSUMED.encode());
        isReadAs(REGISTRY, NORDIC.encode());
        isReadAs(Scene.control(), FreezeList.EMPTY.encode());
        assertThat(END.record().lines()).containsExactly(Scene.BUNDLE);
    }

    @Test
    void aDeviceHasTheSameLinearIdOnEveryNode() {
        assertThat(DEVICE.getLinearId())
                .isEqualTo(DEVICE.withStatus(DeviceStatus.RETIRED).getLinearId());
        assertThat(DEVICE.getLinearId().getExternalId()).isEqualTo(Scene.PLANT.deviceId());
        DeviceState other = Scene.device(Plant.of("0002", "windpark-nord").device());
        assertThat(other.getLinearId().getId())
                .isNotEqualTo(DEVICE.getLinearId().getId());
    }

    @Test
    void theNextStateIsUnderTheSameAuthorities() {
        ConsumptionState consumed = CONSUMPTION.with(CONSUMED);
        assertThat(consumed.isPinnedLike(CONSUMPTION)).isTrue();
        assertThat(consumed.getCursor()).isEqualTo(CONSUMPTION.getCursor());
        ForeignRegistry grown = NORDIC.importing("NORDIC~W", 0, 5).get();
        ForeignRegistryState next = REGISTRY.with(grown);
        assertThat(next.isPinnedLike(REGISTRY)).isTrue();
        assertThat(next.getObservers()).containsExactly(ISSUER.getParty(), MARKET.getParty());
        assertThat(next.getRegistry()).isEqualTo(grown.encode());
        StorageAccount charged = STORED.charged(Digest.ZERO, 5);
        assertThat(STORAGE.with(charged).getAccount()).isEqualTo(charged.encode());
    }

    @Test
    void aPieceOfAProposedCertificateIsProposedToo() {
        CertificateState piece = Scene.between(PROPOSED, 0, 5);
        assertThat(piece.isHeldLike(PROPOSED)).isTrue();
        assertThat(piece.transfer().get().getReference()).isEqualTo("invoice 7");
        assertThat(piece.getLock()).isInstanceOf(TransferTerms.class).isEqualTo(PROPOSED.getLock());
        assertThat(Scene.between(EXPORTED, 0, 5).isHeldLike(EXPORTED)).isTrue();
    }

    @Test
    void oneChangedFieldMakesAnotherLock() {
        TransferTerms terms = new TransferTerms("TR-1", BUYER.getPublicKey(), NOW, "");
        assertThat(terms)
                .isEqualTo(new TransferTerms("TR-1", BUYER.getPublicKey(), NOW, ""))
                .hasSameHashCodeAs(new TransferTerms("TR-1", BUYER.getPublicKey(), NOW, ""))
                .isNotEqualTo(new TransferTerms("TR-2", BUYER.getPublicKey(), NOW, ""))
                .isNotEqualTo(new TransferTerms("TR-1", STRANGER.getPublicKey(), NOW, ""))
                .isNotEqualTo(new TransferTerms("TR-1", BUYER.getPublicKey(), NOW.plusSeconds(1), ""))
                .isNotEqualTo(new TransferTerms("TR-1", BUYER.getPublicKey(), NOW, "invoice 7"))
                .isNotEqualTo(new ExportTerms("TR-1", "NORDIC", "ACC-1"));
        assertThat(new ExportTerms("EX-1", "NORDIC", "ACC-1"))
                .isEqualTo(new ExportTerms("EX-1", "NORDIC", "ACC-1"))
                .hasSameHashCodeAs(new ExportTerms("EX-1", "NORDIC", "ACC-1"))
                .isNotEqualTo(new ExportTerms("EX-2", "NORDIC", "ACC-1"))
                .isNotEqualTo(new ExportTerms("EX-1", "BALTIC", "ACC-1"))
                .isNotEqualTo(new ExportTerms("EX-1", "NORDIC", "ACC-2"))
                .isNotEqualTo(terms);
    }
}
