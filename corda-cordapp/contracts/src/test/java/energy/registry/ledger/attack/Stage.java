package energy.registry.ledger.attack;

import energy.registry.domain.certificate.Beneficiary;
import energy.registry.domain.certificate.CertificateBundle;
import energy.registry.domain.certificate.MainReason;
import energy.registry.domain.certificate.Price;
import energy.registry.domain.certificate.Retirement;
import energy.registry.domain.certificate.RetirementPurpose;
import energy.registry.domain.claim.SignedClaim;
import energy.registry.domain.control.FreezeList;
import energy.registry.domain.cursor.MeterCursor;
import energy.registry.domain.device.ProductionDevice;
import energy.registry.domain.encoding.Digest;
import energy.registry.domain.energy.ProductionPeriod;
import energy.registry.domain.energy.WattHours;
import energy.registry.domain.merkle.SparseMerkleTree;
import energy.registry.domain.register.Fingerprint;
import energy.registry.domain.rule.Verdict;
import energy.registry.fixture.Plant;
import energy.registry.ledger.contract.AbsenceEvidence;
import energy.registry.ledger.contract.CancelOffer;
import energy.registry.ledger.contract.Discharge;
import energy.registry.ledger.contract.FoundControl;
import energy.registry.ledger.contract.FoundRegister;
import energy.registry.ledger.contract.Issue;
import energy.registry.ledger.contract.IssuePlan;
import energy.registry.ledger.contract.Offer;
import energy.registry.ledger.contract.OneBalance;
import energy.registry.ledger.contract.OpenAccount;
import energy.registry.ledger.contract.Pieces;
import energy.registry.ledger.contract.Purchase;
import energy.registry.ledger.contract.RegisterDevice;
import energy.registry.ledger.contract.Retire;
import energy.registry.ledger.contract.SerialRange;
import energy.registry.ledger.state.AccountState;
import energy.registry.ledger.state.CertificateState;
import energy.registry.ledger.state.CertificateStatus;
import energy.registry.ledger.state.ControlState;
import energy.registry.ledger.state.CursorPageState;
import energy.registry.ledger.state.DeviceRegisterState;
import energy.registry.ledger.state.DeviceState;
import energy.registry.ledger.state.DeviceStatus;
import energy.registry.ledger.state.Keys;
import energy.registry.ledger.state.MoneyState;
import energy.registry.ledger.state.OfferTerms;
import energy.registry.ledger.state.ProceedsState;
import energy.registry.ledger.state.RetirementState;
import energy.registry.ledger.state.SettlementMoney;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import net.corda.core.contracts.UniqueIdentifier;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.utilities.OpaqueBytes;
import net.corda.testing.core.TestIdentity;

/** A small registry in which honest people act at random; every move it makes is lawful. */
final class Stage {
    static final TestIdentity NOTARY = identity("Notary", "Zurich", "CH");
    static final TestIdentity ISSUER = identity("Issuing Body", "Brussels", "BE");
    static final TestIdentity MARKET = identity("Market", "Amsterdam", "NL");
    static final TestIdentity REGULATOR = identity("Regulator", "Bonn", "DE");
    static final TestIdentity STRANGER = identity("Stranger", "Amsterdam", "NL");
    static final TestIdentity OTHER_NOTARY = identity("Other Notary", "Oslo", "NO");

    static final ControlState NOTHING_FROZEN = new ControlState(
            FreezeList.EMPTY.encode(),
            ISSUER.getParty(),
            REGULATOR.getParty(),
            NOTARY.getParty(),
            Collections.singletonList(MARKET.getParty()));

    private static final Map<String, TestIdentity> PEOPLE = people();
    private static final List<String> SELLERS = Arrays.asList("windpark-nord", "windpark-ost");
    private static final int QUARTERS = 96;
    private static final int RUN_MAX = 6;
    private static final int ENERGY_MAX_WH = 9;

    final World world = new World(NOTARY.getParty());
    final Truth truth = new Truth();
    final Random random;
    final Instant now = Instant.ofEpochSecond(Plant.MIDNIGHT + 172_800);

    final Abroad abroad;
    final Consumers consumers = new Consumers(this);
    final Battery battery = new Battery(this);
    final Treasury treasury = new Treasury(this);
    final Withdrawals withdrawals = new Withdrawals(this);

    private final Map<String, Plant> plants = new LinkedHashMap<>();
    private final Map<String, long[]> registers = new HashMap<>();
    private final Map<String, SignedClaim> latest = new HashMap<>();
    private final Map<String, Integer> frontiers = new HashMap<>();
    private int requests;

    Stage(long seed) {
        this.random = new Random(seed);
        this.abroad = new Abroad(this);
    }

    private static TestIdentity identity(String organisation, String city, String country) {
        return new TestIdentity(new CordaX500Name(organisation, city, country));
    }

    private static Map<String, TestIdentity> people() {
        Map<String, TestIdentity> all = new LinkedHashMap<>();
        for (String name : Arrays.asList("windpark-nord", "windpark-ost", "acme", "globex")) {
            all.put(name, identity("Key of " + name, "Amsterdam", "NL"));
        }
        return all;
    }

    PublicKey key(String account) {
        return PEOPLE.get(account).getPublicKey();
    }

    List<String> accounts() {
        return new ArrayList<>(PEOPLE.keySet());
    }

    List<PublicKey> keys() {
        return PEOPLE.values().stream().map(TestIdentity::getPublicKey).collect(Collectors.toList());
    }

    List<Plant> plants() {
        return new ArrayList<>(plants.values());
    }

    long[] registersOf(Plant plant) {
        return registers.get(plant.deviceId());
    }

    Optional<SignedClaim> latestOf(Plant plant) {
        return Optional.ofNullable(latest.get(plant.deviceId()));
    }

    /** How many moves have to come first. */
    static int openings() {
        return PEOPLE.size() + 4;
    }

    /** One of the moves that have to come first, in their order. */
    Move opening(int number) {
        switch (number) {
            case 0:
                return foundRegister();
            case 1:
                return move(new FoundControl(request()), ISSUER.getPublicKey(), REGULATOR.getPublicKey())
                        .out(NOTHING_FROZEN);
            case 2:
                return abroad.enter();
            default:
                String[] ids = PEOPLE.keySet().toArray(new String[0]);
                return number - 3 < ids.length
                        ? openAccount(ids[number - 3], key(ids[number - 3]))
                        : consumers.open(world.all(DeviceRegisterState.class).get(0));
        }
    }

    private Move foundRegister() {
        return move(new FoundRegister(request()), ISSUER.getPublicKey(), REGULATOR.getPublicKey())
                .out(new DeviceRegisterState(
                        new UniqueIdentifier("device-register", new UUID(1, 2)),
                        SparseMerkleTree.EMPTY.bytes(),
                        0,
                        0,
                        ISSUER.getParty(),
                        REGULATOR.getParty(),
                        NOTARY.getParty()));
    }

    private Move openAccount(String id, PublicKey key) {
        AccountState account = new AccountState(
                id,
                "Name of " + id,
                "DE",
                Arrays.asList("generator", "buyer"),
                key,
                MARKET.getParty(),
                ISSUER.getParty());
        return move(new OpenAccount(request()), key, MARKET.getPublicKey(), ISSUER.getPublicKey())
                .out(account);
    }

    /** A lawful move of a random kind, if the moment allows one of it. */
    Optional<Move> anyMove() {
        switch (random.nextInt(18)) {
            case 0:
                return Optional.of(plants.size() < 4 ? register() : treasury.deposit());
            case 1:
            case 2:
            case 3:
                return plants.isEmpty() ? Optional.of(register()) : issue();
            case 4:
            case 5:
                return offer();
            case 6:
                return purchase();
            case 7:
                return retire();
            case 8:
                return random.nextBoolean() ? cancel() : treasury.payOut();
            case 9:
                return random.nextInt(3) == 0 ? withdrawals.correct() : withdrawals.withdraw();
            case 10:
                return abroad.export();
            case 11:
                return abroad.answer();
            case 12:
                return Optional.of(abroad.importing());
            case 13:
            case 14:
                return plants.isEmpty() ? Optional.of(register()) : battery.move();
            case 15:
                return treasury.payOut();
            case 16:
                return world.all(ProceedsState.class).isEmpty() ? purchase() : treasury.join();
            default:
                return Optional.of(treasury.deposit());
        }
    }

    String request() {
        return "r" + requests++;
    }

    Move move(net.corda.core.contracts.CommandData command, PublicKey... signers) {
        return Move.of(command, world.notary(), now, signers);
    }

    Entry account(String id) {
        return world.all(AccountState.class).stream()
                .filter(entry -> ((AccountState) entry.state).getAccountId().equals(id))
                .findFirst()
                .get();
    }

    Entry control() {
        return world.all(ControlState.class).get(0);
    }

    private Move register() {
        String number = String.format("%04d", plants.size() + 1);
        Plant plant = Plant.of(number, SELLERS.get(plants.size() % SELLERS.size()));
        long[] values = new long[QUARTERS + 1];
        for (int i = 1; i < values.length; i++) {
            values[i] = values[i - 1] + (random.nextInt(4) == 0 ? 0 : random.nextInt(ENERGY_MAX_WH + 1));
        }
        plants.put(plant.deviceId(), plant);
        registers.put(plant.deviceId(), values);
        return register(plant.device());
    }

    /** What the issuing body would send for an approved device. */
    Move register(ProductionDevice device) {
        Entry before = world.all(DeviceRegisterState.class).get(0);
        DeviceRegisterState register = (DeviceRegisterState) before.state;
        List<Entry> pages = world.all(CursorPageState.class);
        SparseMerkleTree tree = new SparseMerkleTree();
        world.all(DeviceState.class).forEach(entry -> RegisterTruth.prints(((DeviceState) entry.state).record())
                .forEach(tree::add));
        Fingerprint.of(consumers.point()).forEach(print -> tree.add(print.digest()));
        List<AbsenceEvidence> absences = new ArrayList<>();
        Fingerprint.of(device).forEach(print -> absences.add(absence(tree, print.digest())));
        Digest place = Fingerprint.placeOf(device).digest();
        if (!tree.contains(place)) {
            absences.add(absence(tree, place));
        }
        CursorPageState page = pages.isEmpty() ? CursorPageState.fresh(register) : (CursorPageState) pages.get(0).state;
        MeterCursor cursor = MeterCursor.fresh(device, Keys.kernelKey(key(device.owner())));
        Move move = move(new RegisterDevice(request(), "ida", "approved", absences), ISSUER.getPublicKey())
                .in(before);
        pages.forEach(move.inputs::add);
        return move.out(
                        register.withDevice(tree.root(), 1),
                        page.with(page.cursors().plus(cursor)),
                        new DeviceState(
                                device.encode(),
                                DeviceStatus.APPROVED,
                                0,
                                key(device.owner()),
                                ISSUER.getParty(),
                                now.plus(Duration.ofDays(365)).getEpochSecond()))
                .referring(account(device.owner()));
    }

    /** Nothing for a print that is there: no proof shows it absent. */
    static AbsenceEvidence absence(SparseMerkleTree tree, Digest print) {
        if (tree.contains(print)) {
            return new AbsenceEvidence(new byte[0]);
        }
        AbsenceEvidence proof = AbsenceEvidence.of(tree.absenceOf(print));
        tree.add(print);
        return proof;
    }

    private Optional<Move> issue() {
        List<SignedClaim> claims = new ArrayList<>();
        for (Plant plant : plants.values()) {
            if (claims.isEmpty() || random.nextInt(3) == 0) {
                honestClaim(plant).ifPresent(claims::add);
            }
        }
        return claims.isEmpty() ? Optional.empty() : Optional.of(issue(claims));
    }

    /** A claim over the next quarter hours, or over some left behind, as meter and verifiers would honestly sign it. */
    Optional<SignedClaim> honestClaim(Plant plant) {
        int start = random.nextInt(QUARTERS);
        int length = 1 + random.nextInt(Math.min(RUN_MAX, QUARTERS - start));
        for (int quarter = start; quarter < start + length; quarter++) {
            if (isIssued(plant, quarter)) {
                return Optional.empty();
            }
        }
        if (!isInOneGap(plant, start, length)) {
            return Optional.empty();
        }
        SignedClaim claim = honest(plant, start, length).claim();
        truth.vouchFor(claim);
        return Optional.of(claim);
    }

    /** Time that was opened again lies beside the gaps around it; a claim keeps within one. */
    private boolean isInOneGap(Plant plant, int start, int length) {
        long from = Plant.MIDNIGHT + (long) start * Plant.QUARTER;
        long to = from + (long) length * Plant.QUARTER;
        return world.all(CursorPageState.class).stream()
                .map(entry -> ((CursorPageState) entry.state).cursors().ofMeter(plant.meterId()))
                .filter(Optional::isPresent)
                .flatMap(cursor -> cursor.get().position().gaps().stream())
                .anyMatch(gap -> gap.startEpochSecond() <= from && to <= gap.endEpochSecond());
    }

    /** Whether some of a claim's time is not open again. */
    boolean isStillIssued(SignedClaim claim) {
        return Truth.hoursOf(claim.claim()).stream()
                .anyMatch(truth.issuedHours(claim.claim().deviceId())::contains);
    }

    /** The quarter hour after the last that was ever issued of a plant. */
    int frontier(Plant plant) {
        return frontiers.getOrDefault(plant.deviceId(), 0);
    }

    boolean isIssued(Plant plant, int quarter) {
        return truth.issuedHours(plant.deviceId()).contains(Plant.MIDNIGHT + (long) quarter * Plant.QUARTER);
    }

    Plant.Speech honest(Plant plant, int start, int length) {
        long[] registers = Arrays.copyOfRange(registersOf(plant), start, start + length + 1);
        Plant.Speech speech = plant.says(start, registers);
        SignedClaim before = latest.get(plant.deviceId());
        return before == null ? speech : speech.after(before);
    }

    Move issue(List<SignedClaim> claims) {
        List<Entry> pages = world.all(CursorPageState.class);
        IssuePlan plan = new IssuePlan(
                pages.stream().map(entry -> (CursorPageState) entry.state).collect(Collectors.toList()),
                now.getEpochSecond());
        List<OpaqueBytes> bytes = new ArrayList<>();
        for (SignedClaim claim : claims) {
            bytes.add(new OpaqueBytes(claim.encode()));
            takeIn(() -> plan.add(claim.encode()));
        }
        Move move = move(new Issue(request(), bytes, now.getEpochSecond()), ISSUER.getPublicKey())
                .referring(control());
        pages.forEach(move.inputs::add);
        move.outputs.addAll(plan.pages());
        move.outputs.addAll(plan.certificates());
        return move;
    }

    /** A plan with a planted fault may break off over what a rule should have kept from it; the contract then speaks. */
    static void takeIn(Supplier<Verdict> plan) {
        try {
            plan.get().isValid();
        } catch (IllegalStateException | IllegalArgumentException brokenOff) {
            Harm.ignored(brokenOff);
        }
    }

    List<Entry> certificates(CertificateStatus status) {
        return world.all(CertificateState.class).stream()
                .filter(entry -> ((CertificateState) entry.state).status() == status)
                .collect(Collectors.toList());
    }

    Optional<Entry> any(List<Entry> entries) {
        return entries.isEmpty() ? Optional.empty() : Optional.of(entries.get(random.nextInt(entries.size())));
    }

    /** All of it or a piece from anywhere in it, of at least so many watt-hours. */
    SerialRange some(CertificateState state, long atLeast) {
        CertificateBundle bundle = state.certificate();
        int all = (int) bundle.quantity().toLong();
        int least = (int) Math.min(all, Math.max(1, atLeast));
        int quantity = random.nextInt(3) == 0 ? all : least + random.nextInt(all - least + 1);
        long from = bundle.serialFromWh() + random.nextInt(all - quantity + 1);
        return new SerialRange(from, from + quantity);
    }

    private Optional<Move> offer() {
        return any(certificates(CertificateStatus.ACTIVE)).map(entry -> {
            CertificateState state = (CertificateState) entry.state;
            SerialRange piece = some(state, 1);
            OfferTerms terms = new OfferTerms(
                    random.nextInt(5_000_000),
                    "EUR",
                    1 + random.nextInt((int) piece.quantityWh()),
                    now.plus(Duration.ofDays(1 + random.nextInt(30))),
                    ISSUER.getParty());
            Move move = move(new Offer(request(), piece), state.getOwner())
                    .in(entry)
                    .out(Pieces.piece(state, piece).lockedUnder(terms))
                    .referring(control());
            move.outputs.addAll(Pieces.rests(state, piece));
            return move;
        });
    }

    private Optional<Move> cancel() {
        return any(certificates(CertificateStatus.OFFERED)).map(entry -> {
            CertificateState state = (CertificateState) entry.state;
            return move(new CancelOffer(request()), state.getOwner())
                    .in(entry)
                    .out(state.activeOf(state.getOwner()))
                    .referring(control());
        });
    }

    private Optional<Move> purchase() {
        List<Entry> offers = certificates(CertificateStatus.OFFERED);
        Collections.shuffle(offers, random);
        PublicKey buyer = key(random.nextBoolean() ? "acme" : "globex");
        List<Entry> taken = offers.stream()
                .filter(entry -> !((CertificateState) entry.state).getOwner().equals(buyer))
                .limit(1 + random.nextInt(3))
                .collect(Collectors.toList());
        return taken.isEmpty() ? Optional.empty() : purchase(buyer, taken);
    }

    private Optional<Move> purchase(PublicKey buyer, List<Entry> taken) {
        String request = request();
        List<SerialRange> pieces = new ArrayList<>();
        List<CertificateState> made = new ArrayList<>();
        Map<PublicKey, Long> prices = new LinkedHashMap<>();
        for (Entry entry : taken) {
            CertificateState state = (CertificateState) entry.state;
            OfferTerms terms = state.offer().get();
            SerialRange piece = some(state, terms.getMinLotWh());
            pieces.add(piece);
            made.add(Pieces.piece(state, piece).activeOf(buyer));
            made.addAll(Pieces.rests(state, piece));
            long price =
                    Price.ofMinorPerMegawattHour(terms.getPriceMinorPerMwh()).of(WattHours.of(piece.quantityWh()));
            prices.merge(state.getOwner(), price, Long::sum);
        }
        List<Entry> money = moneyOf(buyer);
        long left =
                sum(money) - prices.values().stream().mapToLong(price -> price).sum();
        if (left < 0) {
            return Optional.empty();
        }
        Move move = move(new Purchase(request, buyer, pieces), buyer).referring(control());
        move.inputs.addAll(taken);
        move.inputs.addAll(money);
        move.outputs.addAll(made);
        move.outputs.add(euro(buyer, left));
        prices.forEach((seller, price) -> {
            if (price > 0) {
                move.outputs.add(proceeds(ProceedsState.numberOf(request, buyer, seller), seller, price));
            }
        });
        return Optional.of(move);
    }

    static ProceedsState proceeds(String number, PublicKey owner, long amount) {
        return new ProceedsState(number, owner, "EUR", amount, ISSUER.getParty());
    }

    static MoneyState euro(PublicKey owner, long amount) {
        return new MoneyState(owner, "EUR", amount, ISSUER.getParty());
    }

    static long sum(List<Entry> money) {
        return money.stream()
                .mapToLong(entry -> ((SettlementMoney) entry.state).getAmountMinor())
                .sum();
    }

    private Optional<Move> retire() {
        Optional<Move> against = random.nextBoolean() ? consumers.retire() : Optional.empty();
        return against.isPresent() ? against : retireForNothing();
    }

    private Optional<Move> retireForNothing() {
        List<Entry> active = certificates(CertificateStatus.ACTIVE);
        return any(active).map(one -> {
            PublicKey owner = ((CertificateState) one.state).getOwner();
            List<Entry> taken = active.stream()
                    .filter(entry -> ((CertificateState) entry.state).getOwner().equals(owner))
                    .limit(1 + random.nextInt(3))
                    .collect(Collectors.toList());
            return retire(owner, taken);
        });
    }

    private Move retire(PublicKey owner, List<Entry> taken) {
        List<SerialRange> pieces = new ArrayList<>();
        List<CertificateBundle> lines = new ArrayList<>();
        List<CertificateState> left = new ArrayList<>();
        for (Entry entry : taken) {
            CertificateState state = (CertificateState) entry.state;
            SerialRange piece = some(state, 1);
            pieces.add(piece);
            lines.add(Pieces.piece(state, piece).certificate());
            left.addAll(Pieces.rests(state, piece));
        }
        String request = request();
        Retirement retirement = new Retirement(request, "somebody", now.getEpochSecond(), purpose(now), lines);
        Move move = move(new Retire(request, pieces), owner).referring(control());
        taken.forEach(move.inputs::add);
        move.out(new RetirementState(retirement.encode(), owner, ISSUER.getParty()));
        move.outputs.addAll(left);
        return move;
    }

    static RetirementPurpose purpose(Instant now) {
        return new RetirementPurpose(
                new Beneficiary("Acme B.V.", "NL-1", "NL", "Amsterdam"),
                "Electricity use",
                MainReason.VOLUNTARY,
                ProductionPeriod.between(Plant.MIDNIGHT, now.getEpochSecond()),
                "",
                "");
    }

    /** His balance and as many of his proceeds as one act may join. */
    List<Entry> moneyOf(PublicKey owner) {
        List<Entry> found = new ArrayList<>();
        for (Class<? extends SettlementMoney> kind : Arrays.asList(MoneyState.class, ProceedsState.class)) {
            world.all(kind).stream()
                    .filter(entry -> ((SettlementMoney) entry.state).getOwner().equals(owner))
                    .limit(OneBalance.PROCEEDS_MAX)
                    .forEach(found::add);
        }
        return found;
    }

    /** The move was accepted by contract and notary. */
    void record(Move move) {
        world.record(move);
        truth.record(move);
        if (move.command() instanceof Discharge) {
            battery.record((Discharge) move.command());
        }
        if (move.command() instanceof Issue) {
            for (OpaqueBytes bytes : ((Issue) move.command()).getClaims()) {
                SignedClaim claim = SignedClaim.decode(bytes.getBytes());
                latest.merge(claim.claim().deviceId(), claim, Stage::later);
                long end = claim.claim().period().endEpochSecond();
                frontiers.merge(claim.claim().deviceId(), (int) ((end - Plant.MIDNIGHT) / Plant.QUARTER), Math::max);
            }
            withdrawals.record((Issue) move.command());
        }
    }

    private static SignedClaim later(SignedClaim one, SignedClaim other) {
        return one.claim().statement().sequence() >= other.claim().statement().sequence() ? one : other;
    }
}
