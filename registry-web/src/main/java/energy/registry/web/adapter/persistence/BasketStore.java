package energy.registry.web.adapter.persistence;

import energy.registry.web.model.Actor;
import energy.registry.web.model.LotItem;
import energy.registry.web.port.Baskets;
import java.time.Clock;
import java.util.List;

/** Baskets kept in the database, so that they survive a sign-out. */
public final class BasketStore implements Baskets {
    private final Database database;
    private final Clock clock;

    public BasketStore(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public List<LotItem> of(Actor actor) {
        return database.read(entities -> entities.createQuery(
                        "select b from BasketEntity b where b.key.organisation = :organisation and b.key.userName = :user"
                                + " order by b.addedAt, b.key.certificateId",
                        BasketEntity.class)
                .setParameter("organisation", actor.organisation())
                .setParameter("user", actor.user())
                .getResultStream()
                .map(item -> new LotItem(item.key.certificateId(), item.quantityWh))
                .toList());
    }

    @Override
    public void put(Actor actor, LotItem item) {
        database.write(entities -> {
            BasketEntity.Key key = new BasketEntity.Key(actor.organisation(), actor.user(), item.certificateId());
            BasketEntity known = entities.find(BasketEntity.class, key);
            if (known == null) {
                known = new BasketEntity();
                known.key = key;
                known.addedAt = clock.instant();
                known.quantityWh = item.quantityWh();
                entities.persist(known);
            }
            known.quantityWh = item.quantityWh();
        });
    }

    @Override
    public void remove(Actor actor, List<String> certificateIds) {
        if (certificateIds.isEmpty()) {
            return;
        }
        database.write(
                entities -> entities.createQuery("delete from BasketEntity b where b.key.organisation = :organisation"
                                + " and b.key.userName = :user and b.key.certificateId in :ids")
                        .setParameter("organisation", actor.organisation())
                        .setParameter("user", actor.user())
                        .setParameter("ids", certificateIds)
                        .executeUpdate());
    }
}
