package energy.registry.web.adapter.persistence;

import energy.registry.web.model.BulkPiece;
import energy.registry.web.model.CertificateFilter;
import energy.registry.web.model.CertificateRow;
import energy.registry.web.model.HoldingGroup;
import energy.registry.web.model.MarketFilter;
import energy.registry.web.model.Slice;
import energy.registry.web.model.Window;
import energy.registry.web.port.Certificates;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Certificates read from the database. */
public final class CertificateStore implements Certificates {
    /** Written out, not bound: the database has an index of these alone. */
    private static final String LIVE =
            "e.status not in ('RETIRED', 'SUPERSEDED') and e.status not in " + CertificateEntity.GONE;

    private static final String OF_DEVICES = "e.deviceId in (select d.deviceId from DeviceEntity d where d.%s = :%s)";

    private final Database database;
    private final Clock clock;

    public CertificateStore(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Slice<CertificateRow> list(CertificateFilter filter, Window window) {
        Conditions conditions = new Conditions()
                .when("e.owner = :owner", "owner", filter.owner())
                .when("e.deviceId = :device", "device", filter.device())
                .when("e.start >= :from", "from", filter.from())
                .when("e.start < :until", "until", filter.until())
                .when(OF_DEVICES.formatted("technology", "technology"), "technology", filter.technology())
                .when(OF_DEVICES.formatted("country", "country"), "country", filter.country());
        status(conditions, filter.status());
        Cursor.parse(window.after()).ifPresent(place -> conditions
                .and("e.start <= :place and (e.start < :place or e.certificateId < :placeId)")
                .bind("place", place.instant())
                .bind("placeId", place.id()));
        return slice(
                conditions, "e.start desc, e.certificateId desc", window, e -> Cursor.of(e.start, e.certificateId));
    }

    private static void status(Conditions conditions, String status) {
        if (status.equals(CertificateFilter.LIVE)) {
            conditions.and(LIVE);
        } else {
            conditions.when("e.status = :status", "status", status);
        }
    }

    @Override
    public Slice<CertificateRow> offered(MarketFilter filter, Window window) {
        Conditions conditions = Offered.conditions(filter, clock.instant());
        return filter.sort().equals("PERIOD") ? byPeriod(conditions, window) : byPrice(conditions, window);
    }

    private Slice<CertificateRow> byPrice(Conditions conditions, Window window) {
        Cursor.parse(window.after()).ifPresent(place -> conditions
                .and("e.priceMinor >= :place and (e.priceMinor > :place or e.certificateId > :placeId)")
                .bind("place", place.number())
                .bind("placeId", place.id()));
        return offers(
                conditions, "e.priceMinor, e.certificateId", window, e -> new Cursor(e.priceMinor, e.certificateId));
    }

    private Slice<CertificateRow> byPeriod(Conditions conditions, Window window) {
        Cursor.parse(window.after()).ifPresent(place -> conditions
                .and("e.start <= :place and (e.start < :place or e.certificateId < :placeId)")
                .bind("place", place.instant())
                .bind("placeId", place.id()));
        return offers(
                conditions, "e.start desc, e.certificateId desc", window, e -> Cursor.of(e.start, e.certificateId));
    }

    private Slice<CertificateRow> offers(
            Conditions conditions, String order, Window window, Function<OfferEntity, Cursor> place) {
        return database.read(entities -> {
            List<OfferEntity> found = conditions.list(entities, OfferEntity.class, order, window.limit() + 1);
            Slice<OfferEntity> slice = Cursor.slice(found, window.limit(), place);
            List<String> ids = slice.items().stream().map(e -> e.certificateId).toList();
            return new Slice<>(inOrder(entities, ids), slice.next());
        });
    }

    private Slice<CertificateRow> slice(
            Conditions conditions, String order, Window window, Function<CertificateEntity, Cursor> place) {
        return database.read(entities -> {
            List<CertificateEntity> found =
                    conditions.list(entities, CertificateEntity.class, order, window.limit() + 1);
            Slice<CertificateEntity> slice = Cursor.slice(found, window.limit(), place);
            return new Slice<>(rows(entities, slice.items()), slice.next());
        });
    }

    @Override
    public Optional<CertificateRow> find(String certificateId) {
        return findAll(List.of(certificateId)).stream().findFirst();
    }

    @Override
    public List<CertificateRow> findAll(List<String> certificateIds) {
        return database.read(entities -> inOrder(entities, certificateIds));
    }

    private static List<CertificateRow> inOrder(EntityManager entities, List<String> certificateIds) {
        if (certificateIds.isEmpty()) {
            return List.of();
        }
        Map<String, CertificateEntity> found = entities.createQuery(
                        "select e from CertificateEntity e where e.certificateId in :ids", CertificateEntity.class)
                .setParameter("ids", certificateIds)
                .getResultStream()
                .collect(Collectors.toMap(e -> e.certificateId, Function.identity()));
        return rows(
                entities,
                certificateIds.stream().map(found::get).filter(Objects::nonNull).toList());
    }

    @Override
    public List<HoldingGroup> groups(String owner, String by) {
        return database.read(entities -> HoldingGroups.of(entities, owner, by));
    }

    @Override
    public List<CertificateRow> receivedIn(String owner, String txId) {
        Conditions conditions = new Conditions()
                .and("e.owner = :owner")
                .bind("owner", owner)
                .and("e.txId = :tx")
                .bind("tx", txId)
                .and(LIVE);
        return database.read(entities -> rows(
                entities,
                conditions.list(entities, CertificateEntity.class, "e.start, e.certificateId", Window.ROWS_MAX)));
    }

    @Override
    public List<CertificateRow> cutFrom(String owner, String certificateId) {
        Conditions conditions = new Conditions()
                .and("e.owner = :owner")
                .bind("owner", owner)
                .and(":parent member of e.parents")
                .bind("parent", certificateId);
        return database.read(entities -> rows(
                entities,
                conditions.list(entities, CertificateEntity.class, "e.changedAt, e.certificateId", Window.ROWS_MAX)));
    }

    @Override
    public Optional<CertificateRow> holding(String owner, BulkPiece piece) {
        Conditions conditions = new Conditions()
                .and("e.owner = :owner and e.status = 'ACTIVE' and e.deviceId = :device")
                .bind("owner", owner)
                .bind("device", piece.deviceId())
                .and("e.serialFrom <= :from and e.serialTo >= :to")
                .bind("from", piece.serialFrom())
                .bind("to", piece.serialTo());
        return database.read(entities ->
                rows(entities, conditions.list(entities, CertificateEntity.class, "e.certificateId", 1)).stream()
                        .findFirst());
    }

    private static List<CertificateRow> rows(EntityManager entities, List<CertificateEntity> found) {
        Names names = Names.of(
                entities,
                found.stream().map(e -> e.owner).toList(),
                found.stream().map(e -> e.deviceId).toList());
        return found.stream().map(e -> row(e, names)).toList();
    }

    private static CertificateRow row(CertificateEntity e, Names names) {
        DeviceEntity device = names.device(e.deviceId);
        return new CertificateRow(
                e.certificateId,
                e.deviceId,
                device.name,
                device.technology,
                device.country,
                device.zone,
                e.owner,
                names.account(e.owner),
                e.status,
                e.serialFrom,
                e.serialTo,
                e.start,
                e.end,
                e.intervals.stream().map(IntervalPart::value).toList(),
                e.issuedAt,
                e.expiresAt,
                e.claimId,
                e.statementDigest,
                e.evidenceRoot,
                Words.split(e.marks),
                e.finding,
                List.copyOf(e.parents),
                e.offer(),
                e.txId,
                e.changedAt);
    }
}
