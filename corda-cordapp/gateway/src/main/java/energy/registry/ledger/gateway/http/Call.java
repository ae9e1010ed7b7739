package energy.registry.ledger.gateway.http;

import java.util.Map;

/** A request as a handler sees it: what the path named, the query, and the body's fields. */
public record Call(Map<String, String> path, Map<String, String> query, Fields body) {

    public String path(String name) {
        return path.get(name);
    }

    /** A query parameter, or what stands for it when it is missing. */
    public String query(String name, String otherwise) {
        return query.getOrDefault(name, otherwise);
    }

    public String required(String name) {
        String value = query.get(name);
        if (value == null || value.isEmpty()) {
            throw new BadRequest(name, "", "is missing; give the query parameter");
        }
        return value;
    }

    /** A whole number between the bounds from the query. */
    public long whole(String name, long otherwise, long min, long max) {
        String given = query.get(name);
        if (given == null) {
            return otherwise;
        }
        if (given.matches("[0-9]{1,18}")) {
            long number = Long.parseLong(given);
            if (number >= min && number <= max) {
                return number;
            }
        }
        throw new BadRequest(name, given, "give a whole number from " + min + " to " + max);
    }
}
