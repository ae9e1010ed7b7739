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
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Retirements read from the database. */
public final class RetirementStore implements Retirements {
    private final Database database;

    public RetirementStore(Database database) {
        this.database = database;
    }

    @Override
    public Slice<RetirementRow> list(String owner, Window window) {
        Conditions conditions = new Conditions().when("e.owner = :owner", "owner", owner);
        Cursor.parse(window.after())
                .ifPresent(place -> conditions.and("e.seq < :place").bind("place", place.number()));
        return database.read(entities -> {
            List<RetirementEntity> found =
                    conditions.list(entities, RetirementEntity.class, "e.seq desc", window.limit() + 1);
            Slice<RetirementEntity> slice = Cursor.slice(found, window.limit(), e -> new Cursor(e.seq, ""));
            return new Slice<>(rows(entities, slice.items()), slice.next());
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
        Names names = Names.of(
                entities,
                found.stream().map(e -> e.owner).toList(),
                found.stream()
                        .flatMap(e -> e.lines.stream())
                        .map(LinePart::deviceId)
                        .toList());
        Map<String, CertificateEntity> bundles = bundles(
                entities,
                found.stream()
                        .flatMap(e -> e.lines.stream())
                        .map(LinePart::certificateId)
                        .toList());
        return found.stream().map(e -> row(e, names, bundles)).toList();
    }

    private static Map<String, CertificateEntity> bundles(EntityManager entities, List<String> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return entities.createQuery(
                        "select c from CertificateEntity c where c.certificateId in :ids", CertificateEntity.class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(Collectors.toMap(c -> c.certificateId, Function.identity()));
    }

    private static RetirementRow row(RetirementEntity e, Names names, Map<String, CertificateEntity> bundles) {
        return new RetirementRow(
                e.statementNo,
                e.retirementId,
                e.owner,
                names.account(e.owner),
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
                e.lines.stream()
                        .map(part -> line(part, names.device(part.deviceId()), bundles.get(part.certificateId())))
                        .toList(),
                e.reversedAt == null ? null : new RetirementRow.Reversal(e.reversedAt, e.reversedWhy));
    }

    private static RetirementLine line(LinePart part, DeviceEntity device, CertificateEntity bundle) {
        return new RetirementLine(
                part.certificateId(),
                part.deviceId(),
                device.name,
                device.technology,
                device.country,
                device.zone,
                device.region,
                device.operationalSince,
                Words.split(device.support),
                device.emissionGramsKwh,
                part.serialFrom(),
                part.serialTo(),
                bundle.intervals.stream().map(IntervalPart::value).toList(),
                Words.split(bundle.marks),
                bundle.finding,
                bundle.claimId);
    }
}
