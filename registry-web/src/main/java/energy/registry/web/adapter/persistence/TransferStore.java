package energy.registry.web.adapter.persistence;

import energy.registry.web.model.Slice;
import energy.registry.web.model.TransferRow;
import energy.registry.web.model.Window;
import energy.registry.web.port.Transfers;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Transfers read from the database. */
public final class TransferStore implements Transfers {
    private final Database database;

    public TransferStore(Database database) {
        this.database = database;
    }

    @Override
    public Slice<TransferRow> list(String accountId, Window window) {
        Conditions conditions =
                new Conditions().when("(e.sender = :account or e.receiver = :account)", "account", accountId);
        Cursor.parse(window.after())
                .ifPresent(place -> conditions.and("e.seq < :place").bind("place", place.number()));
        return database.read(entities -> {
            List<TransferEntity> found =
                    conditions.list(entities, TransferEntity.class, "e.seq desc", window.limit() + 1);
            Slice<TransferEntity> slice = Cursor.slice(found, window.limit(), e -> new Cursor(e.seq, ""));
            Names names = names(entities, slice.items());
            return slice.map(e -> row(e, names));
        });
    }

    @Override
    public Optional<TransferRow> find(String transferId) {
        return database.read(entities -> Optional.ofNullable(entities.find(TransferEntity.class, transferId))
                .map(e -> row(e, names(entities, List.of(e)))));
    }

    private static Names names(jakarta.persistence.EntityManager entities, List<TransferEntity> found) {
        List<String> parties =
                found.stream().flatMap(e -> Stream.of(e.sender, e.receiver)).toList();
        return Names.of(entities, parties, List.of());
    }

    private static TransferRow row(TransferEntity e, Names names) {
        return new TransferRow(
                e.transferId,
                e.sender,
                names.account(e.sender),
                e.receiver,
                names.account(e.receiver),
                e.quantityWh,
                e.until,
                e.reference,
                e.outcome,
                e.reason,
                e.proposedAt,
                e.endedAt,
                e.lines.stream().map(TransferEntity.Part::certificateId).toList(),
                e.txId);
    }
}
