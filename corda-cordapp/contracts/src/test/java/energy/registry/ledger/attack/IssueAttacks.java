package energy.registry.ledger.attack;

import energy.registry.domain.claim.CameraFinding;
import energy.registry.domain.claim.SignedClaim;
import energy.registry.domain.evidence.Quality;
import energy.registry.domain.rule.Rule;
import energy.registry.fixture.Keypair;
import energy.registry.fixture.Plant;
import energy.registry.ledger.contract.Issue;
import energy.registry.ledger.contract.IssuePlan;
import energy.registry.ledger.state.CursorPageState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import net.corda.core.utilities.OpaqueBytes;

/** Ways to get certificates for energy that was not produced, not measured or issued before. */
final class IssueAttacks {
    /** Above 110 % of two megawatts for a quarter of an hour, below the envelope of the fixtures. */
    private static final long IMPOSSIBLE_WH = 600_000;

    private static final Keypair FORGER = Keypair.fresh();
    private static final Keypair SECOND_FORGER = Keypair.fresh();

    private IssueAttacks() {}

    static List<Attack> all() {
        List<Attack> all = new ArrayList<>();
        all.addAll(forgeries());
        all.addAll(times());
        all.addAll(registers());
        all.addAll(batches());
        return all;
    }

    /** A claim over new time, bent; the move follows from it as far as anybody believes it. */
    private static Attack bent(
            String name, String ways, BiFunction<Plant.Speech, Plant, Plant.Speech> bend, Rule rule) {
        return Attack.aimed(
                name,
                ways,
                (stage, move) -> onNewTime(stage, move)
                        .map(scene -> stage.issue(Collections.singletonList(
                                bend.apply(scene.speech(), scene.plant).claim()))),
                rule);
    }

    /** A run of quarter hours after all that was issued of a plant, with energy in its last one. */
    static final class Scene {
        final Stage stage;
        final Plant plant;
        final int start;
        final int length;

        Scene(Stage stage, Plant plant, int start, int length) {
            this.stage = stage;
            this.plant = plant;
            this.start = start;
            this.length = length;
        }

        Plant.Speech speech() {
            return stage.honest(plant, start, length);
        }

        long[] registers() {
            return Arrays.copyOfRange(stage.registersOf(plant), start, start + length + 1);
        }
    }

    static Optional<Scene> onNewTime(Stage stage, Move move) {
        if (!(move.command() instanceof Issue)) {
            return Optional.empty();
        }
        List<Plant> plants = stage.plants();
        Plant plant = plants.get(stage.random.nextInt(plants.size()));
        int start = stage.frontier(plant);
        long[] registers = stage.registersOf(plant);
        for (int end = start + 1; end < Math.min(96, start + 12); end++) {
            if (registers[end] > registers[end - 1]) {
                return Optional.of(new Scene(stage, plant, start, end - start));
            }
        }
        return Optional.empty();
    }

    private static List<Attack> forgeries() {
        return Arrays.asList(
                bent("a forged meter", "D15", (speech, plant) -> speech.signedBy(FORGER), Rule.METER_SIGNED_STATEMENT),
                bent(
                        "one verifier signs twice",
                        "D15",
                        (speech, plant) -> speech.verifiedTwiceByOne(),
                        Rule.QUORUM_SIGNED_CLAIM),
                bent(
                        "forged verifiers",
                        "D15",
                        (speech, plant) -> speech.verifiedBy(FORGER, SECOND_FORGER),
                        Rule.QUORUM_SIGNED_CLAIM),
                bent("no verifier at all", "D15", (speech, plant) -> speech.verifiedBy(), Rule.QUORUM_SIGNED_CLAIM),
                bent(
                        "a camera that saw nothing",
                        "D16",
                        (speech, plant) -> speech.finding(CameraFinding.INCONCLUSIVE),
                        Rule.CAMERA_SUPPORTS_ENERGY),
                bent(
                        "a camera that contradicts",
                        "D16",
                        (speech, plant) -> speech.finding(CameraFinding.INCONSISTENT),
                        Rule.CAMERA_SUPPORTS_ENERGY),
                bent(
                        "an estimate",
                        "D15",
                        (speech, plant) -> speech.quality(Quality.ESTIMATED),
                        Rule.QUALITY_IS_NOT_ESTIMATED),
                bent(
                        "a device without a cursor",
                        "D3",
                        (speech, plant) -> speech.meterId("MTR-9999"),
                        Rule.METER_IS_REGISTERED),
                bent(
                        "another device's name",
                        "D3",
                        (speech, plant) -> speech.deviceId("WTG-9999"),
                        Rule.DEVICE_OWNS_METER));
    }

    private static List<Attack> times() {
        return Arrays.asList(
                Attack.aimed(
                        "time that was issued before, said anew",
                        "D1 D2",
                        (stage, move) -> issuedQuarter(stage, move)
                                .map(scene -> stage.issue(
                                        Collections.singletonList(scene.speech().claim()))),
                        Rule.INTERVAL_NOT_YET_ISSUED),
                Attack.aimed(
                        "one claim twice in a batch",
                        "D1",
                        (stage, move) -> onNewTime(stage, move).map(scene -> {
                            SignedClaim claim = scene.speech().claim();
                            return stage.issue(Arrays.asList(claim, claim));
                        }),
                        Rule.INTERVAL_NOT_YET_ISSUED),
                Attack.aimed(
                        "a claim that was issued before",
                        "D1 D18",
                        (stage, move) -> onNewTime(stage, move)
                                .flatMap(scene -> stage.latestOf(scene.plant))
                                .filter(stage::isStillIssued)
                                .map(claim -> stage.issue(Collections.singletonList(claim))),
                        Rule.INTERVAL_NOT_YET_ISSUED),
                Attack.aimed(
                        "intervals off the grid",
                        "D2 D19",
                        (stage, move) -> onNewTime(stage, move)
                                .filter(scene -> scene.start % 2 == 0)
                                .map(scene -> stage.issue(Collections.singletonList(
                                        scene.speech().intervalSeconds(1_800).claim()))),
                        Rule.INTERVAL_IS_ON_GRID),
                bent("an epoch to come", "D20", (speech, plant) -> speech.epoch(1), Rule.EPOCH_IS_CURRENT),
                Attack.aimed(
                        "issued at another time than notarised",
                        "D17",
                        (stage, move) -> move.command() instanceof Issue
                                ? Optional.of(move.commanding(new Issue(
                                        "late",
                                        ((Issue) move.command()).getClaims(),
                                        stage.now.getEpochSecond() + 86_400)))
                                : Optional.empty(),
                        Rule.ISSUE_TIME_IS_NOTARISED));
    }

    /** A run around a quarter hour that was issued, with the meter's true registers. */
    private static Optional<Scene> issuedQuarter(Stage stage, Move move) {
        if (!(move.command() instanceof Issue)) {
            return Optional.empty();
        }
        for (Plant plant : stage.plants()) {
            int quarter = stage.random.nextInt(94);
            if (stage.isIssued(plant, quarter)) {
                return Optional.of(new Scene(stage, plant, quarter, 1 + stage.random.nextInt(2)));
            }
        }
        return Optional.empty();
    }

    private static List<Attack> registers() {
        return Arrays.asList(
                Attack.aimed("a register that falls", "D18", says(IssueAttacks::falling), Rule.REGISTER_DOES_NOT_FALL),
                Attack.aimed(
                        "a register from before",
                        "D18",
                        (stage, move) -> onNewTime(stage, move)
                                .filter(scene -> scene.start > 0 && scene.registers()[0] > 0)
                                .map(scene -> stage.issue(Collections.singletonList(
                                        said(scene, earlier(scene.registers())).claim()))),
                        Rule.REGISTER_CONTINUES),
                Attack.aimed(
                        "a sequence number from before",
                        "D18",
                        (stage, move) -> onNewTime(stage, move)
                                .filter(scene -> sequence(scene) > 0)
                                .map(scene -> stage.issue(Collections.singletonList(scene.speech()
                                        .sequence(sequence(scene) - 1)
                                        .claim()))),
                        Rule.SEQUENCE_CONTINUES),
                Attack.aimed(
                        "a statement that forgets the one before",
                        "D17",
                        (stage, move) -> onNewTime(stage, move)
                                .filter(scene -> stage.latestOf(scene.plant).isPresent())
                                .map(scene -> stage.issue(Collections.singletonList(scene.plant
                                        .says(scene.start, scene.registers())
                                        .sequence(sequence(scene) + 1)
                                        .claim()))),
                        Rule.STATEMENT_CHAIN_CONTINUES),
                Attack.aimed(
                        "more than the camera allows",
                        "D16",
                        (stage, move) -> onNewTime(stage, move).map(scene -> {
                            long[] registers = scene.registers();
                            long last = registers[registers.length - 1] - registers[registers.length - 2];
                            return stage.issue(Collections.singletonList(
                                    scene.speech().maxWh(last - 1).claim()));
                        }),
                        Rule.ENERGY_IS_WITHIN_ENVELOPE),
                Attack.aimed(
                        "more than the machine can",
                        "D16",
                        says(IssueAttacks::impossible),
                        Rule.ENERGY_IS_WITHIN_CAPACITY));
    }

    private static long sequence(Scene scene) {
        return scene.stage
                .latestOf(scene.plant)
                .map(claim -> claim.claim().statement().sequence())
                .orElse(-1L);
    }

    private static Attack.Change says(java.util.function.UnaryOperator<long[]> bend) {
        return (stage, move) -> onNewTime(stage, move)
                .map(scene -> stage.issue(Collections.singletonList(
                        said(scene, bend.apply(scene.registers())).claim())));
    }

    private static Plant.Speech said(Scene scene, long[] registers) {
        Plant.Speech speech = scene.plant.says(scene.start, registers);
        return scene.stage.latestOf(scene.plant).map(speech::after).orElse(speech);
    }

    private static long[] falling(long[] registers) {
        long[] bent = registers.clone();
        bent[0] = bent[bent.length - 1] + 1;
        return bent;
    }

    private static long[] earlier(long[] registers) {
        long[] bent = registers.clone();
        bent[0] -= 1;
        return bent;
    }

    private static long[] impossible(long[] registers) {
        long[] bent = registers.clone();
        bent[bent.length - 1] += IMPOSSIBLE_WH;
        return bent;
    }

    private static List<Attack> batches() {
        return Arrays.asList(
                Attack.aimed(
                        "no claim at all",
                        "D15",
                        (stage, move) -> reclaimed(move, Collections.emptyList()),
                        Rule.BATCH_IS_BOUNDED),
                Attack.aimed(
                        "more claims than anybody checks",
                        "D15",
                        (stage, move) -> move.command() instanceof Issue
                                ? reclaimed(
                                        move,
                                        Collections.nCopies(
                                                IssuePlan.CLAIMS_MAX + 1,
                                                claims(move).get(0)))
                                : Optional.empty(),
                        Rule.BATCH_IS_BOUNDED),
                Attack.aimed(
                        "a claim with a byte too many",
                        "D15",
                        (stage, move) -> move.command() instanceof Issue
                                ? reclaimed(
                                        move,
                                        Collections.singletonList(
                                                longer(claims(move).get(0))))
                                : Optional.empty(),
                        Rule.CLAIM_IS_CANONICAL),
                Attack.aimed(
                        "the cursors stand still",
                        "D1",
                        (stage, move) -> move.command() instanceof Issue
                                ? Optional.of(move.changed(IssueAttacks::standStill))
                                : Optional.empty(),
                        Rule.CURSOR_FOLLOWS_CLAIMS),
                Attack.aimed(
                        "certificates for nothing",
                        "D15",
                        (stage, move) -> move.command() instanceof Issue
                                ? AnyMoveAttacks.any(
                                                stage,
                                                stage.world.all(energy.registry.ledger.state.CertificateState.class))
                                        .map(entry -> move.changed(copy -> copy.outputs.add(entry.state)))
                                : Optional.empty(),
                        Rule.CERTIFICATES_FOLLOW_CLAIMS),
                Attack.aimed("a page of another issuer", "D34", IssueAttacks::foreignPage, Rule.ISSUER_IS_PINNED));
    }

    private static List<OpaqueBytes> claims(Move move) {
        return ((Issue) move.command()).getClaims();
    }

    private static OpaqueBytes longer(OpaqueBytes claim) {
        return new OpaqueBytes(Arrays.copyOf(claim.getBytes(), claim.getBytes().length + 1));
    }

    private static Optional<Move> reclaimed(Move move, List<OpaqueBytes> claims) {
        return move.command() instanceof Issue
                ? Optional.of(
                        move.commanding(new Issue("batch", claims, ((Issue) move.command()).getIssuedEpochSecond())))
                : Optional.empty();
    }

    private static void standStill(Move move) {
        List<CursorPageState> before = move.inputsOf(CursorPageState.class);
        for (int i = 0; i < before.size(); i++) {
            move.outputs.set(i, before.get(i));
        }
    }

    /** A page that the stranger made himself joins the batch. */
    private static Optional<Move> foreignPage(Stage stage, Move move) {
        if (!(move.command() instanceof Issue)) {
            return Optional.empty();
        }
        CursorPageState page = move.inputsOf(CursorPageState.class).get(0);
        CursorPageState foreign = new CursorPageState(
                energy.registry.domain.cursor.CursorPage.empty(7).encode(),
                page.getRegister(),
                Stage.STRANGER.getParty(),
                page.getRegulator(),
                page.getNotary());
        Entry entry = new Entry(
                new net.corda.core.contracts.StateRef(net.corda.core.crypto.SecureHash.sha256("own"), 0), foreign);
        int pages = move.inputsOf(CursorPageState.class).size();
        return Optional.of(move.changed(copy -> {
            copy.inputs.add(entry);
            copy.outputs.add(pages, foreign);
        }));
    }
}
