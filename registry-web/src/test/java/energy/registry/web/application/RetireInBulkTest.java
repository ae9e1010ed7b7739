package energy.registry.web.application;

import static org.assertj.core.api.Assertions.assertThat;

import energy.registry.web.model.Actor;
import energy.registry.web.model.Beneficiary;
import energy.registry.web.model.BulkBatch;
import energy.registry.web.model.BulkPiece;
import energy.registry.web.model.BulkRetirement;
import energy.registry.web.model.CertificateRow;
import energy.registry.web.model.CfeScores;
import energy.registry.web.model.ConsumptionHour;
import energy.registry.web.model.Interval;
import energy.registry.web.model.LotItem;
import energy.registry.web.model.Outcome;
import energy.registry.web.model.Refusal;
import energy.registry.web.model.RetirementDone;
import energy.registry.web.model.RetirementRequest;
import energy.registry.web.model.Role;
import energy.registry.web.port.BulkRetirements;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Matching by the hour, and a bulk retirement that is interrupted and carried on. */
final class RetireInBulkTest {
    private static final Instant T0 = Instant.parse("2026-01-01T00:00:00Z");
    private static final Actor GRETA = new Actor("greta", "windpark-nord", Set.of(Role.GENERATOR));
    private static final Actor SAM = new Actor("sam", "solarfeld-sued", Set.of(Role.GENERATOR));
    private static final RetirementRequest CLAIM = new RetirementRequest(
            "x",
            List.of(),
            new Beneficiary("Acme", "", "DE", ""),
            "Scope 2",
            "VOLUNTARY",
            T0,
            T0.plusSeconds(3_600),
            "",
            "");

    private final MemoryRegistry registry = new MemoryRegistry();
    private final MemoryBulks bulks = new MemoryBulks();
    private boolean reachable = true;
    private final MemoryServices services = new MemoryServices() {
        @Override
        public Outcome<RetirementDone> retire(String account, String user, RetirementRequest request) {
            Outcome<RetirementDone> done = super.retire(account, user, request);
            return reachable ? done : Outcome.refused(Refusal.unavailable("LEDGER", "The ledger cannot be reached."));
        }
    };
    private final RetireInBulk bulk = new RetireInBulk(
            bulks,
            registry.certificates(),
            new RetireCertificates(registry.certificates(), services, registry.projection()),
            () -> "bulk-1",
            Clock.fixed(T0, ZoneOffset.UTC));

    /** Bulk retirements in memory. */
    private static final class MemoryBulks implements BulkRetirements {
        private final Map<String, BulkRetirement> held = new HashMap<>();

        @Override
        public void save(BulkRetirement bulk) {
            held.put(bulk.bulkId(), bulk);
        }

        @Override
        public Optional<BulkRetirement> find(String organisation, String bulkId) {
            return Optional.ofNullable(held.get(bulkId))
                    .filter(bulk -> bulk.organisation().equals(organisation));
        }

        @Override
        public List<BulkRetirement> latest(String organisation, int limit) {
            return held.values().stream().limit(limit).toList();
        }

        @Override
        public void confirm(String bulkId, RetirementRequest claim) {
            held.computeIfPresent(bulkId, (id, bulk) -> bulk.draft() ? with(bulk, claim, bulk.batches()) : bulk);
        }

        private static BulkRetirement with(BulkRetirement bulk, RetirementRequest claim, List<BulkBatch> batches) {
            return new BulkRetirement(
                    bulk.bulkId(),
                    bulk.organisation(),
                    bulk.createdBy(),
                    bulk.createdAt(),
                    "CONFIRMED",
                    bulk.hours(),
                    bulk.scores(),
                    claim,
                    batches);
        }

        @Override
        public List<LotItem> fix(String bulkId, int position, List<LotItem> items) {
            BulkBatch batch = held.get(bulkId).batches().get(position);
            if (batch.status().equals("PLANNED") && !items.isEmpty()) {
                batch = new BulkBatch(position, batch.pieces(), items, "SENT", "", "");
                finish(bulkId, batch);
            }
            return batch.sent();
        }

        @Override
        public void finish(String bulkId, BulkBatch batch) {
            BulkRetirement bulk = held.get(bulkId);
            List<BulkBatch> batches = new ArrayList<>(bulk.batches());
            batches.set(batch.position(), batch);
            held.put(bulkId, with(bulk, bulk.claim(), batches));
        }
    }

    private static CertificateRow bundle(String id, String zone, int firstHour, long... whByHour) {
        List<Interval> intervals = new ArrayList<>();
        long serial = 0;
        for (int i = 0; i < whByHour.length; i++) {
            Instant start = T0.plus(Duration.ofHours(firstHour + i));
            intervals.add(new Interval(start, start.plusSeconds(3_600), serial, serial + whByHour[i]));
            serial += whByHour[i];
        }
        Instant end = intervals.get(intervals.size() - 1).end();
        return new CertificateRow(
                id,
                "D-" + id,
                "D",
                "WIND",
                "DE",
                zone,
                "acme",
                "Acme",
                "ACTIVE",
                0,
                serial,
                intervals.get(0).start(),
                end,
                intervals,
                T0,
                null,
                "c",
                "s",
                "e",
                List.of(),
                "CONSISTENT",
                List.of(),
                null,
                "tx",
                T0);
    }

    private static ConsumptionHour used(int hour, String zone, long wattHours) {
        return new ConsumptionHour(T0.plus(Duration.ofHours(hour)), zone, wattHours, 0);
    }

    @Test
    void takesOnlyFromTheSameHourAndZoneAndNeverMoreThanWasUsed() {
        HourlyMatch match = new HourlyMatch(
                List.of(used(0, "A", 100), used(1, "A", 100), used(0, "B", 50)),
                List.of(bundle("one", "A", 0, 250, 30), bundle("two", "A", 1, 20)));
        assertThat(match.hours()).extracting(ConsumptionHour::matchedWh).containsExactly(100L, 50L, 0L);
        long retired = match.batches().stream().mapToLong(BulkBatch::quantityWh).sum();
        assertThat(retired).isEqualTo(150);
    }

    @Test
    void capsTheScoreInEveryWindow() {
        HourlyMatch match =
                new HourlyMatch(List.of(used(0, "A", 100), used(30, "A", 100)), List.of(bundle("one", "A", 0, 500)));
        assertThat(match.scores()).isEqualTo(new CfeScores(500, 500, 1_000, 1_000));
        HourlyMatch elsewhere = new HourlyMatch(List.of(used(0, "A", 100)), List.of(bundle("one", "B", 0, 500)));
        assertThat(elsewhere.scores()).isEqualTo(new CfeScores(0, 0, 0, 0));
    }

    @Test
    void namesABundleOnceInARetirement() {
        HourlyMatch match = new HourlyMatch(
                List.of(used(0, "A", 10), used(1, "A", 10), used(2, "A", 10)),
                List.of(bundle("one", "A", 0, 100, 100, 100)));
        assertThat(match.batches()).hasSize(3);
        assertThat(match.batches().get(1).pieces()).containsExactly(new BulkPiece("D-one", 100, 110));
        HourlyMatch whole =
                new HourlyMatch(List.of(used(0, "A", 100), used(1, "A", 40)), List.of(bundle("one", "A", 0, 100, 100)));
        assertThat(whole.batches()).hasSize(1);
        assertThat(whole.batches().get(0).pieces()).containsExactly(new BulkPiece("D-one", 0, 140));
    }

    private void confirmed() {
        bulks.save(new BulkRetirement(
                "bulk-1",
                "windpark-nord",
                "greta",
                T0,
                "DRAFT",
                List.of(used(0, "A", 1_000)),
                new CfeScores(0, 0, 0, 0),
                null,
                List.of(BulkBatch.planned(0, List.of(new BulkPiece(MemoryRegistry.DEVICE, 500, 1_500))))));
        assertThat(bulk.confirm(GRETA, "bulk-1", CLAIM).isDone()).isTrue();
    }

    @Test
    void carriesOnAfterAnInterruptionWithTheSameRequest() {
        confirmed();
        reachable = false;
        assertThat(bulk.carryOn(GRETA, "bulk-1").isDone()).isFalse();
        assertThat(bulk.find(GRETA, "bulk-1").orElseThrow().batches().get(0).status())
                .isEqualTo("SENT");
        reachable = true;
        BulkRetirement done = bulk.carryOn(GRETA, "bulk-1").result().orElseThrow();
        assertThat(done.over()).isTrue();
        assertThat(done.statements()).containsExactly("RS-1");
        assertThat(services.requestIds).hasSize(2);
        assertThat(services.requestIds.get(0)).isEqualTo(services.requestIds.get(1));
        bulk.carryOn(GRETA, "bulk-1");
        assertThat(services.requestIds).as("nothing is left to send").hasSize(2);
    }

    @Test
    void isItsOrganisationsAlone() {
        confirmed();
        assertThat(bulk.find(SAM, "bulk-1")).isEmpty();
        assertThat(bulk.carryOn(SAM, "bulk-1").whyNot().orElseThrow().kind()).isEqualTo(Refusal.Kind.NOT_FOUND);
        assertThat(bulk.confirm(SAM, "bulk-1", CLAIM).isDone()).isFalse();
        assertThat(bulk.draft(new Actor("rita", "regulator", Set.of(Role.REGULATOR)), "start,kwh\n", "A")
                        .isDone())
                .isFalse();
        assertThat(services.commands).isEmpty();
    }

    @Test
    void nothingIsRetiredFromADraft() {
        Outcome<BulkRetirement> draft = bulk.draft(GRETA, "start,kwh\n2026-02-01T00:00Z,1", "A");
        assertThat(draft.result().orElseThrow().draft()).isTrue();
        assertThat(bulk.carryOn(GRETA, "bulk-1").isDone()).isFalse();
        assertThat(services.commands).isEmpty();
        assertThat(bulk.draft(GRETA, "start,kwh\nnow,1", "A")
                        .whyNot()
                        .orElseThrow()
                        .field())
                .isEqualTo("line 2 start");
    }
}
