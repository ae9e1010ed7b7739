package energy.registry.web.adapter.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.function.Consumer;
import java.util.function.Function;

/** Runs work in a transaction of its own: all of it, or nothing. */
public final class Database {
    private final EntityManagerFactory factory;

    public Database(EntityManagerFactory factory) {
        this.factory = factory;
    }

    public <T> T read(Function<EntityManager, T> work) {
        try (EntityManager entities = factory.createEntityManager()) {
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
