package energy.registry.web.adapter.persistence;

import energy.registry.web.model.Beneficiary;
import energy.registry.web.model.ReportAsk;
import energy.registry.web.model.RetirementLine;
import energy.registry.web.model.RetirementRow;
import energy.registry.web.model.Slice;
import energy.registry.web.model.Window;
import energy.registry.web.port.Retirements;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Retirements read from the database. */
public final class RetirementStore implements Retirements {
    private final Database database;

    public RetirementStore(Database database) {
        this.database = database;
    }

    @Override
    public Slice<RetirementRow> list(String owner, Window window) {
        return newest(owner, window, RetirementStore::rows);
    }

    @Override
    public Slice<RetirementRow> withoutLines(String owner, Window window) {
        return newest(owner, window, RetirementStore::heads);
    }

    private Slice<RetirementRow> newest(
            String owner, Window window, BiFunction<EntityManager, List<RetirementEntity>, List<RetirementRow>> rows) {
        Conditions conditions = new Conditions().when("e.owner = :owner", "owner", owner);
        Cursor.parse(window.after())
                .ifPresent(place -> conditions.and("e.seq < :place").bind("place", place.number()));
        return database.read(entities -> {
            List<RetirementEntity> found =
                    conditions.list(entities, RetirementEntity.class, "e.seq desc", window.limit() + 1);
            Slice<RetirementEntity> slice = Cursor.slice(found, window.limit(), e -> new Cursor(e.seq, ""));
            return new Slice<>(rows.apply(entities, slice.items()), slice.next());
        });
    }

    /** As {@link ReportAsk#takes}, asked of the database. */
    @Override
    public List<RetirementRow> of(String owner, ReportAsk ask, int most) {
        Conditions conditions =
                new Conditions().and("e.owner = :owner").bind("owner", owner).and("e.reversedAt is null");
        if (ask.statements().isEmpty()) {
            conditions
                    .when("(e.periodEnd is null or e.periodEnd > :from)", "from", ask.from())
                    .when("(e.periodStart is null or e.periodStart < :until)", "until", ask.until())
                    .when("e.beneficiaryName = :beneficiary", "beneficiary", ask.beneficiary());
        } else {
            conditions.and("e.statementNo in :numbers").bind("numbers", ask.statements());
        }
        return database.read(
                entities -> rows(entities, conditions.list(entities, RetirementEntity.class, "e.seq desc", most)));
    }

    @Override
    public Optional<RetirementRow> find(String statementNo) {
        return database.read(entities -> Optional.ofNullable(entities.find(RetirementEntity.class, statementNo))
                .map(found -> rows(entities, List.of(found)).get(0)));
    }

    @Override
    public List<String> statementsOf(String certificateId) {
        return database.read(entities -> entities.createQuery(
                        "select e.statementNo from RetirementEntity e join e.lines l where l.certificateId = :id",
                        String.class)
                .setParameter("id", certificateId)
                .getResultList());
    }

    private static List<RetirementRow> rows(EntityManager entities, List<RetirementEntity> found) {
        RetirementLines lines = RetirementLines.of(
                entities, found.stream().map(e -> e.statementNo).toList());
        Names names = Names.of(entities, found.stream().map(e -> e.owner).toList(), lines.deviceIds());
        return found.stream()
                .map(e -> row(e, names.account(e.owner), lines.of(e.statementNo, names)))
                .toList();
    }

    private static List<RetirementRow> heads(EntityManager entities, List<RetirementEntity> found) {
        Names names = Names.of(entities, found.stream().map(e -> e.owner).toList(), List.of());
        return found.stream()
                .map(e -> row(e, names.account(e.owner), List.of()))
                .toList();
    }

    private static RetirementRow row(RetirementEntity e, String ownerName, List<RetirementLine> lines) {
        return new RetirementRow(
                e.statementNo,
                e.retirementId,
                e.owner,
                ownerName,
                e.quantityWh,
                new Beneficiary(e.beneficiaryName, e.beneficiaryId, e.beneficiaryCountry, e.beneficiaryLocation),
                e.purpose,
                e.mainReason,
                e.periodStart,
                e.periodEnd,
                e.onBehalfOf,
                e.note,
                e.retiredAt,
                e.txId,
                lines,
                e.reversedAt == null ? null : new RetirementRow.Reversal(e.reversedAt, e.reversedWhy));
    }
}
