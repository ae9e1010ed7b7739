package energy.registry.web.adapter.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A query's conditions, added one by one; values are always bound, never written into the text. */
public final class Conditions {
    private final List<String> clauses = new ArrayList<>();
    private final Map<String, Object> values = new LinkedHashMap<>();

    public Conditions and(String clause) {
        clauses.add(clause);
        return this;
    }

    /** Adds the clause with its value, unless the value is null or empty. */
    public Conditions when(String clause, String name, Object value) {
        if (value != null && !value.equals("")) {
            clauses.add(clause);
            values.put(name, value);
        }
        return this;
    }

    public Conditions bind(String name, Object value) {
        values.put(name, value);
        return this;
    }

    public <E> List<E> list(EntityManager entities, Class<E> type, String order, int rows) {
        String where = clauses.isEmpty() ? "" : " where " + String.join(" and ", clauses);
        String text = "select e from " + type.getSimpleName() + " e" + where + " order by " + order;
        TypedQuery<E> query = entities.createQuery(text, type);
        values.forEach(query::setParameter);
        return query.setMaxResults(rows).getResultList();
    }
}
