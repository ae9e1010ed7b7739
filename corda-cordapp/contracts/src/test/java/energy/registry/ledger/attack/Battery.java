package energy.registry.ledger.attack;

import energy.registry.domain.certificate.CertificateBundle;
import energy.registry.domain.certificate.CertificateEnd;
import energy.registry.domain.certificate.EndKind;
import energy.registry.domain.claim.SignedClaim;
import energy.registry.domain.device.ProductionDevice;
import energy.registry.domain.device.Technology;
import energy.registry.domain.encoding.Digest;
import energy.registry.domain.storage.StorageAccount;
import energy.registry.fixture.Plant;
import energy.registry.ledger.contract.Charge;
import energy.registry.ledger.contract.Discharge;
import energy.registry.ledger.contract.IssuePlan;
import energy.registry.ledger.contract.OpenStorage;
import energy.registry.ledger.contract.Pieces;
import energy.registry.ledger.contract.SerialRange;
import energy.registry.ledger.state.CertificateState;
import energy.registry.ledger.state.CertificateStatus;
import energy.registry.ledger.state.CursorPageState;
import energy.registry.ledger.state.DeviceState;
import energy.registry.ledger.state.EndState;
import energy.registry.ledger.state.Keys;
import energy.registry.ledger.state.StorageState;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A storage unit on the stage, whose owner charges it with his own certificates. */
final class Battery {
    static final int EFFICIENCY_PPM = 900_000;

    private static final String OWNER = "windpark-nord";

    private final Stage stage;
    private final Plant plant = Plant.of("0300", OWNER);
    private SignedClaim last;
    private int quarter;
    private long registerWh;

    Battery(Stage stage) {
        this.stage = stage;
    }

    ProductionDevice device() {
        return plant.deviceBuilder().technology(Technology.STORAGE).build();
    }

    private Optional<Entry> registered() {
        return stage.world.all(DeviceState.class).stream()
                .filter(entry -> ((DeviceState) entry.state).record().deviceId().equals(plant.deviceId()))
                .findFirst();
    }

    Optional<Entry> account() {
        return stage.world.all(StorageState.class).stream().findFirst();
    }

    /** Its next step: it is registered, opened, then charged and discharged. */
    Optional<Move> move() {
        if (!registered().isPresent()) {
            return Optional.of(stage.register(device()));
        }
        if (!account().isPresent()) {
            return Optional.of(open());
        }
        return stage.random.nextBoolean() ? charge() : discharge();
    }

    StorageAccount empty() {
        return StorageAccount.empty(plant.deviceId(), Keys.kernelKey(stage.key(OWNER)), EFFICIENCY_PPM);
    }

    private Move open() {
        return stage.move(new OpenStorage(stage.request(), "ida", "approved"), Stage.ISSUER.getPublicKey())
                .out(new StorageState(empty().encode(), Stage.ISSUER.getParty(), Stage.NOTARY.getParty()))
                .referring(registered().get());
    }

    private Optional<Move> charge() {
        List<Entry> own = stage.certificates(CertificateStatus.ACTIVE).stream()
                .filter(entry -> ((CertificateState) entry.state).getOwner().equals(stage.key(OWNER)))
                .collect(Collectors.toList());
        return stage.any(own).map(entry -> {
            CertificateState state = (CertificateState) entry.state;
            SerialRange piece = stage.some(state, 1);
            String request = stage.request();
            CertificateBundle line = Pieces.piece(state, piece).certificate();
            CertificateEnd end = new CertificateEnd(EndKind.STORED, request, Collections.singletonList(line));
            StorageState before = (StorageState) account().get().state;
            Move move = stage.move(new Charge(request, Collections.singletonList(piece), "greta"), state.getOwner())
                    .in(entry, account().get())
                    .out(
                            new EndState(end.encode(), Stage.ISSUER.getParty()),
                            before.with(before.record().charged(Digest.sha(end.encode()), end.quantityWh())))
                    .referring(stage.control());
            move.outputs.addAll(Pieces.rests(state, piece));
            return move;
        });
    }

    private Optional<Move> discharge() {
        long covered = ((StorageState) account().get().state).record().storedWh() * EFFICIENCY_PPM / StorageAccount.PPM;
        if (covered == 0 || quarter > 90) {
            return Optional.empty();
        }
        SignedClaim claim = claim(1 + stage.random.nextInt((int) Math.min(9, covered)));
        stage.truth.vouchFor(claim);
        return Optional.of(discharge(claim));
    }

    /** So much was discharged in the next quarter of an hour. */
    SignedClaim claim(long wattHours) {
        Plant.Speech speech = plant.says(quarter, registerWh, registerWh + wattHours);
        return (last == null ? speech : speech.after(last)).claim();
    }

    Move discharge(SignedClaim claim) {
        Entry page = stage.world.all(CursorPageState.class).get(0);
        IssuePlan plan =
                new IssuePlan(Collections.singletonList((CursorPageState) page.state), stage.now.getEpochSecond());
        Stage.takeIn(() -> plan.addDischarge(claim.encode()));
        long energy = plan.certificates().stream()
                .mapToLong(state -> state.certificate().quantity().toLong())
                .sum();
        StorageState before = (StorageState) account().get().state;
        StorageAccount next = before.record().discharged(energy).orElse(before.record());
        Move move = stage.move(
                        new Discharge(stage.request(), claim.encode(), stage.now.getEpochSecond()),
                        Stage.ISSUER.getPublicKey())
                .in(page, account().get())
                .referring(stage.control());
        move.outputs.addAll(plan.pages());
        move.out(before.with(next));
        move.outputs.addAll(plan.certificates());
        return move;
    }

    void record(Discharge discharge) {
        last = SignedClaim.decode(discharge.getClaim());
        long[] registers = last.claim().statement().registersWh();
        registerWh = registers[registers.length - 1];
        quarter++;
    }
}
