package energy.registry.web.adapter.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.function.Consumer;
import java.util.function.Function;
import org.hibernate.FlushMode;
import org.hibernate.Session;

/** Runs work in a transaction of its own: all of it, or nothing. */
public final class Database {
    private final EntityManagerFactory factory;

    public Database(EntityManagerFactory factory) {
        this.factory = factory;
    }

    /** Nothing that is read here is written back: no copy of it is kept, and no query compares it first. */
    public <T> T read(Function<EntityManager, T> work) {
        try (EntityManager entities = factory.createEntityManager()) {
            Session session = entities.unwrap(Session.class);
            session.setDefaultReadOnly(true);
            session.setHibernateFlushMode(FlushMode.MANUAL);
            entities.getTransaction().begin();
            try {
                return work.apply(entities);
            } finally {
                entities.getTransaction().rollback();
            }
        }
    }

    public void write(Consumer<EntityManager> work) {
        try (EntityManager entities = factory.createEntityManager()) {
            entities.getTransaction().begin();
            boolean finished = false;
            try {
                work.accept(entities);
                finished = true;
            } finally {
                if (finished) {
                    entities.getTransaction().commit();
                } else {
                    entities.getTransaction().rollback();
                }
            }
        }
    }
}
