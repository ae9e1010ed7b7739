package energy.registry.web.adapter.persistence;

import energy.registry.web.model.AccountRow;
import energy.registry.web.model.Balance;
import energy.registry.web.model.Movement;
import energy.registry.web.model.Slice;
import energy.registry.web.model.TradeRow;
import energy.registry.web.model.Window;
import energy.registry.web.port.Accounts;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Accounts, money and trades read from the database. */
public final class AccountStore implements Accounts {
    private final Database database;

    public AccountStore(Database database) {
        this.database = database;
    }

    @Override
    public Slice<AccountRow> list(Window window) {
        Conditions conditions = new Conditions();
        Cursor.parse(window.after())
                .ifPresent(place -> conditions.and("e.accountId > :place").bind("place", place.id()));
        return database.read(entities -> Cursor.slice(
                        conditions.list(entities, AccountEntity.class, "e.accountId", window.limit() + 1),
                        window.limit(),
                        e -> new Cursor(0, e.accountId))
                .map(AccountEntity::row));
    }

    @Override
    public Optional<AccountRow> find(String accountId) {
        return database.read(entities -> Optional.ofNullable(entities.find(AccountEntity.class, accountId))
                .map(AccountEntity::row));
    }

    @Override
    public List<Balance> balances(String accountId) {
        return database.read(entities -> entities.createQuery(
                        "select b from BalanceEntity b where b.key.accountId = :account order by b.key.currency",
                        BalanceEntity.class)
                .setParameter("account", accountId)
                .getResultStream()
                .map(balance -> new Balance(balance.key.currency(), balance.amountMinor))
                .toList());
    }

    @Override
    public Slice<TradeRow> trades(String accountId, Window window) {
        Conditions conditions =
                new Conditions().when("(e.seller = :account or e.buyer = :account)", "account", accountId);
        Cursor.parse(window.after())
                .ifPresent(place -> conditions.and("e.seq < :place").bind("place", place.number()));
        return database.read(entities -> {
            List<TradeEntity> found = conditions.list(entities, TradeEntity.class, "e.seq desc", window.limit() + 1);
            Slice<TradeEntity> slice = Cursor.slice(found, window.limit(), e -> new Cursor(e.seq, ""));
            return new Slice<>(rows(entities, slice.items()), slice.next());
        });
    }

    @Override
    public Slice<Movement> movements(String accountId, Window window) {
        Conditions conditions = new Conditions().and("e.accountId = :account").bind("account", accountId);
        Cursor.parse(window.after())
                .ifPresent(place -> conditions.and("e.seq < :place").bind("place", place.number()));
        return database.read(entities -> Cursor.slice(
                        conditions.list(entities, MovementEntity.class, "e.seq desc", window.limit() + 1),
                        window.limit(),
                        e -> new Cursor(e.seq, ""))
                .map(MovementEntity::row));
    }

    private static List<TradeRow> rows(EntityManager entities, List<TradeEntity> found) {
        List<String> parties =
                found.stream().flatMap(e -> Stream.of(e.seller, e.buyer)).toList();
        Names names = Names.of(entities, parties, List.of());
        return found.stream().map(e -> row(e, names)).toList();
    }

    private static TradeRow row(TradeEntity e, Names names) {
        return new TradeRow(
                e.seq,
                e.at,
                e.txId,
                e.seller,
                names.account(e.seller),
                e.buyer,
                names.account(e.buyer),
                e.certificateId,
                e.quantityWh,
                e.totalMinor,
                e.currency,
                e.priceMinor);
    }
}
