package energy.registry.ledger.attack;

import energy.registry.domain.certificate.CertificateBundle;
import energy.registry.domain.certificate.Retirement;
import energy.registry.domain.consumption.ConsumptionCursor;
import energy.registry.domain.consumption.ConsumptionPoint;
import energy.registry.domain.encoding.Digest;
import energy.registry.domain.evidence.IntervalStatement;
import energy.registry.domain.evidence.Origin;
import energy.registry.domain.evidence.Quality;
import energy.registry.domain.evidence.Signatory;
import energy.registry.domain.evidence.SignedRecord;
import energy.registry.domain.merkle.SparseMerkleTree;
import energy.registry.domain.register.Fingerprint;
import energy.registry.fixture.Keypair;
import energy.registry.fixture.Plant;
import energy.registry.ledger.contract.AbsenceEvidence;
import energy.registry.ledger.contract.OpenConsumptionPoint;
import energy.registry.ledger.contract.RetireForConsumption;
import energy.registry.ledger.contract.SerialRange;
import energy.registry.ledger.state.CertificateState;
import energy.registry.ledger.state.CertificateStatus;
import energy.registry.ledger.state.ConsumptionState;
import energy.registry.ledger.state.DeviceRegisterState;
import energy.registry.ledger.state.Keys;
import energy.registry.ledger.state.RetirementState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** A buyer on the stage whose consumption is metered, and who retires against it hour by hour. */
final class Consumers {
    private static final String ACCOUNT = "acme";
    private static final int REST_MAX_WH = 5;

    private final Stage stage;
    private final Keypair meter = Keypair.fresh();

    Consumers(Stage stage) {
        this.stage = stage;
    }

    ConsumptionPoint point() {
        return new ConsumptionPoint(
                Plant.meteringPoint("7001"),
                ACCOUNT,
                Keys.kernelKey(stage.key(ACCOUNT)),
                "MTR-7001",
                meter.key(),
                Plant.QUARTER,
                Plant.MIDNIGHT);
    }

    /** The register is fresh when the point is opened. */
    Move open(Entry before) {
        SparseMerkleTree tree = new SparseMerkleTree();
        List<AbsenceEvidence> absences = new ArrayList<>();
        Fingerprint.of(point()).forEach(print -> absences.add(Stage.absence(tree, print.digest())));
        return stage.move(
                        new OpenConsumptionPoint(stage.request(), "ida", "connected to the grid", absences),
                        Stage.ISSUER.getPublicKey())
                .in(before)
                .out(
                        ((DeviceRegisterState) before.state).withRoot(tree.root()),
                        new ConsumptionState(
                                ConsumptionCursor.fresh(point()).encode(),
                                Stage.ISSUER.getParty(),
                                Stage.NOTARY.getParty()))
                .referring(stage.account(ACCOUNT));
    }

    private Entry consumption() {
        return stage.world.all(ConsumptionState.class).get(0);
    }

    /** A whole certificate against the consumption of its hours, if nothing of them was claimed. */
    Optional<Move> retire() {
        List<Entry> own = new ArrayList<>();
        for (Entry entry : stage.certificates(CertificateStatus.ACTIVE)) {
            CertificateState state = (CertificateState) entry.state;
            boolean open = ((ConsumptionState) consumption().state)
                    .record()
                    .isOpen(state.certificate().period());
            if (state.getOwner().equals(stage.key(ACCOUNT)) && open) {
                own.add(entry);
            }
        }
        return stage.any(own).map(this::retire);
    }

    private Move retire(Entry entry) {
        CertificateBundle line = ((CertificateState) entry.state).certificate();
        byte[] statement = says(line, stage.random.nextInt(REST_MAX_WH));
        stage.truth.vouchForConsumption(statement);
        return retire(entry, line, statement);
    }

    Move retire(Entry entry, CertificateBundle line, byte[] statement) {
        CertificateState state = (CertificateState) entry.state;
        String request = stage.request();
        Retirement retirement = new Retirement(
                request,
                ACCOUNT,
                stage.now.getEpochSecond(),
                Stage.purpose(stage.now),
                Collections.singletonList(line));
        ConsumptionState before = (ConsumptionState) consumption().state;
        SerialRange all = new SerialRange(line.serialFromWh(), line.serialToWh());
        return stage.move(
                        new RetireForConsumption(request, Collections.singletonList(all), statement), state.getOwner())
                .in(entry, consumption())
                .out(
                        new RetirementState(retirement.encode(), state.getOwner(), state.getIssuer()),
                        before.with(before.record().after(statement, retirement.id())))
                .referring(stage.control());
    }

    /** So much more than the certificate has in each of its hours was consumed in it. */
    byte[] says(CertificateBundle line, long more) {
        return says(line, more, "MTR-7001", Quality.MEASURED, meter);
    }

    static byte[] says(CertificateBundle line, long more, String meterId, Quality quality, Keypair key) {
        long[] registers = new long[line.intervalCount() + 1];
        for (int i = 0; i < line.intervalCount(); i++) {
            registers[i + 1] = Math.max(0, registers[i] + line.serialWh(i + 1) - line.serialWh(i) + more);
        }
        byte[] statement = new IntervalStatement(
                        meterId,
                        0,
                        0,
                        line.period().startEpochSecond(),
                        line.intervalSeconds(),
                        registers,
                        quality,
                        Signatory.METER,
                        Origin.LIVE,
                        0,
                        Digest.sha(),
                        Digest.ZERO)
                .encode();
        return new SignedRecord(statement, key.sign(statement)).encode();
    }

    byte[] estimates(CertificateBundle line) {
        return says(line, 0, "MTR-7001", Quality.ESTIMATED, meter);
    }

    byte[] ofAnotherMeter(CertificateBundle line) {
        return says(line, 0, "MTR-7002", Quality.MEASURED, meter);
    }
}
