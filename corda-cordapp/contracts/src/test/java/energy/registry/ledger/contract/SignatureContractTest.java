package energy.registry.ledger.contract;

import static energy.registry.ledger.contract.Draft.ISSUER;
import static energy.registry.ledger.contract.Draft.NOTARY;
import static energy.registry.ledger.contract.Draft.NOW;
import static energy.registry.ledger.contract.Draft.REGULATOR;
import static energy.registry.ledger.contract.Draft.SELLER;
import static java.util.Collections.emptyList;
import static java.util.Collections.singletonList;
import static org.assertj.core.api.Assertions.assertThat;

import energy.registry.domain.claim.GenerationClaim;
import energy.registry.domain.claim.SignedClaim;
import energy.registry.domain.consumption.ConsumptionCursor;
import energy.registry.domain.consumption.ConsumptionPoint;
import energy.registry.domain.device.Deregistration;
import energy.registry.domain.device.DeviceStanding;
import energy.registry.domain.device.OtherRegistration;
import energy.registry.domain.encoding.Digest;
import energy.registry.domain.evidence.IntervalStatement;
import energy.registry.domain.evidence.Origin;
import energy.registry.domain.evidence.Quality;
import energy.registry.domain.evidence.Signatory;
import energy.registry.domain.evidence.SignedRecord;
import energy.registry.domain.exchange.ExchangeReceipt;
import energy.registry.domain.exchange.ForeignRegistry;
import energy.registry.domain.exchange.ReceiptKind;
import energy.registry.domain.identity.KeySignature;
import energy.registry.domain.identity.SigningKey;
import energy.registry.domain.rule.Rule;
import energy.registry.fixture.Keypair;
import energy.registry.fixture.Plant;
import energy.registry.ledger.state.ConsumptionState;
import energy.registry.ledger.state.CursorPageState;
import energy.registry.ledger.state.DeviceState;
import energy.registry.ledger.state.ForeignRegistryState;
import energy.registry.ledger.state.Keys;
import energy.registry.ledger.state.RetirementState;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import net.corda.core.crypto.Crypto;
import net.corda.core.utilities.OpaqueBytes;
import org.junit.jupiter.api.Test;

/** A forger names the right key under a signature that is not its own: it is the signature that counts. */
class SignatureContractTest {
    private static final Plant PLANT = Scene.PLANT;
    private static final CursorPageState PAGE = Scene.page(PLANT);
    private static final byte[] MESSAGE = "message".getBytes(StandardCharsets.UTF_8);
    private static final SignedClaim CLAIM = PLANT.says(0, 0, 100, 200).claim();

    private static KeySignature forged(SigningKey key, byte[] message) {
        return new KeySignature(key.id(), Keypair.fresh().sign(message).signature());
    }

    private static SignedRecord forged(SigningKey key, SignedRecord record) {
        return new SignedRecord(record.record(), forged(key, record.record()));
    }

    private static Draft issuing(SignedClaim claim) {
        IssuePlan plan = new IssuePlan(singletonList(PAGE), NOW.getEpochSecond());
        assertThat(plan.add(CLAIM.encode()).isValid()).isTrue();
        List<OpaqueBytes> claims = singletonList(new OpaqueBytes(claim.encode()));
        return Draft.of(new Issue("i", claims, NOW.getEpochSecond()), ISSUER)
                .in(PAGE)
                .referring(Scene.control())
                .out(plan.pages().get(0), plan.certificates().get(0));
    }

    @Test
    void aClaimIsIssuedOnItsVerifiersOwnSignatures() {
        issuing(CLAIM).isLawful();
        byte[] said = CLAIM.claim().encode();
        List<KeySignature> signatures = new ArrayList<>();
        for (SigningKey verifier : PLANT.device().verifiers()) {
            signatures.add(forged(verifier, said));
        }
        issuing(new SignedClaim(CLAIM.claim(), signatures)).breaks(Rule.QUORUM_SIGNED_CLAIM);
    }

    @Test
    void aClaimIsIssuedOnItsMetersOwnSignature() {
        GenerationClaim honest = CLAIM.claim();
        SignedRecord statement = forged(PLANT.device().meterKey(), honest.signedStatement());
        GenerationClaim claim = new GenerationClaim(
                PLANT.deviceId(),
                statement,
                0,
                new long[] {0, 0},
                new long[] {1_000_000, 1_000_000},
                honest.finding(),
                Digest.sha(statement.encode()),
                emptyList(),
                "fixture 1");
        issuing(new SignedClaim(claim, CLAIM.signatures())).breaks(Rule.METER_SIGNED_STATEMENT);
    }

    @Test
    void anExportEndsOnTheTargetsOwnSignature() {
        Keypair key = Keypair.fresh();
        ForeignRegistryState registry = new ForeignRegistryState(
                ForeignRegistry.fresh("NORDIC", key.key()).encode(),
                ISSUER.getParty(),
                REGULATOR.getParty(),
                NOTARY.getParty(),
                singletonList(ISSUER.getParty()));
        ExchangeReceipt gift = new ExchangeReceipt(
                ReceiptKind.GIVEN, "NORDIC", ISSUER.getName().toString(), "OUT-1", "acme", singletonList(Scene.BUNDLE));
        byte[] receipt = new SignedRecord(gift.encode(), forged(key.key(), gift.encode())).encode();
        Draft.of(new Import("i", "ida", "transfer", receipt), ISSUER)
                .in(registry)
                .out(registry, Scene.certificate())
                .referring(Scene.control(), Scene.account("acme", SELLER))
                .breaks(Rule.RECEIPT_IS_SIGNED);
    }

    @Test
    void consumptionIsTheMetersOwnSignature() {
        Keypair meter = Keypair.fresh();
        ConsumptionPoint point = new ConsumptionPoint(
                "DE0001",
                "windpark-nord",
                Keys.kernelKey(SELLER.getPublicKey()),
                "MTR-7",
                meter.key(),
                Plant.QUARTER,
                Plant.MIDNIGHT);
        byte[] statement = new IntervalStatement(
                        "MTR-7",
                        0,
                        0,
                        Plant.MIDNIGHT,
                        Plant.QUARTER,
                        new long[] {0, 300_000, 750_000},
                        Quality.MEASURED,
                        Signatory.METER,
                        Origin.LIVE,
                        0,
                        Digest.sha(),
                        Digest.ZERO)
                .encode();
        consuming(point, new SignedRecord(statement, meter.sign(statement)).encode())
                .isLawful();
        consuming(point, new SignedRecord(statement, forged(meter.key(), statement)).encode())
                .breaks(Rule.CONSUMPTION_IS_METERED);
    }

    private static Draft consuming(ConsumptionPoint point, byte[] said) {
        ConsumptionCursor fresh = ConsumptionCursor.fresh(point);
        ConsumptionState before = new ConsumptionState(fresh.encode(), ISSUER.getParty(), NOTARY.getParty());
        return Draft.of(new RetireForConsumption("r", singletonList(new SerialRange(0, 700_000)), said), SELLER)
                .in(Scene.certificate(), before)
                .out(
                        new RetirementState(
                                Scene.retirement(Scene.BUNDLE).encode(), SELLER.getPublicKey(), ISSUER.getParty()),
                        before.with(
                                fresh.after(said, Scene.retirement(Scene.BUNDLE).id())))
                .referring(Scene.control());
    }

    @Test
    void aMeterIsClosedOnItsOwnSignature() {
        DeviceState device = Scene.device(PLANT.device());
        SignedRecord last = PLANT.says(3, 1_500, 1_800).statement();
        byte[] forged = forged(PLANT.device().meterKey(), last).encode();
        DevicePlan plan = new DevicePlan(device, PAGE);
        assertThat(plan.exchanged(closing(last.encode())).verdict().isValid()).isTrue();
        assertThat(plan.exchanged(closing(forged)).verdict().rule()).isEqualTo(Rule.CLOSING_REGISTER_IS_SIGNED);
    }

    private static ExchangeMeter closing(byte[] statement) {
        byte[] key = Keypair.fresh().key().encoded();
        return new ExchangeMeter(
                "x", "ida", "worn", Plant.MIDNIGHT + 3_600, 1_800, statement, 5, "N-1", "Twin", key, emptyList());
    }

    @Test
    void aRegistrationElsewhereEndsOnThatRegistrysOwnSignature() {
        Keypair registry = Keypair.fresh();
        byte[] release = new Deregistration("I-REC", PLANT.deviceId(), 0).encode();
        OtherRegistration ended = OtherRegistration.open("I-REC", registry.key(), 0)
                .endedBy(new SignedRecord(release, forged(registry.key(), release)));
        DeviceStanding standing = new DeviceStanding(emptyList(), emptyList(), singletonList(ended));
        assertThat(RegisterDeviceRules.registrable(
                                PLANT.deviceBuilder().standing(standing).build())
                        .rule())
                .isEqualTo(Rule.DEREGISTRATION_IS_PROVEN);
    }

    @Test
    void aSignatureIsOfOneKeyOverOneMessage() {
        LedgerSignatures signatures = new LedgerSignatures();
        Keypair key = Keypair.fresh();
        byte[] signature = key.sign(MESSAGE).signature();
        assertThat(signatures.isValid(key.key(), MESSAGE, signature)).isTrue();
        assertThat(signatures.isValid(key.key(), new byte[] {1}, signature)).isFalse();
        assertThat(signatures.isValid(Keypair.fresh().key(), MESSAGE, signature))
                .isFalse();
    }

    @Test
    void bothCurvesAreUnderstood() throws GeneralSecurityException {
        java.security.KeyPair edwards = Crypto.generateKeyPair(Crypto.EDDSA_ED25519_SHA512);
        SigningKey key = SigningKey.of(edwards.getPublic().getEncoded());
        byte[] signature = Crypto.doSign(edwards.getPrivate(), MESSAGE);
        assertThat(new LedgerSignatures().isValid(key, MESSAGE, signature)).isTrue();
        assertThat(new LedgerSignatures().isValid(key, new byte[] {1}, signature))
                .isFalse();
    }

    @Test
    void whatCannotBeReadIsNoSignature() {
        Keypair key = Keypair.fresh();
        assertThat(new LedgerSignatures().isValid(key.key(), MESSAGE, new byte[] {1}))
                .isFalse();
        assertThat(new LedgerSignatures().isValid(key.key(), MESSAGE, new byte[0]))
                .isFalse();
    }
}
