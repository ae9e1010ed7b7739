package energy.registry.web.adapter.limit;

import energy.registry.web.model.Actor;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;

/**
 * What one address, one person or machine, and one organisation may ask. A token is a page or an answer of the API; what costs the
 * server more costs more tokens. Each server counts for itself.
 */
final class RateLimit {
    /** Callers remembered of each kind: some megabytes at most. */
    private static final int CALLERS_MAX = 20_000;

    /** Largest cost of one request; every bucket holds more. */
    private static final double DEAR = 20;

    private static final double CHANGE = 2;
    /** A form that is open to everyone: it puts work on the desk of people. */
    private static final double OPEN_FORM = 20;

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final Pattern COSTLY = Pattern.compile(
            ".*(/archive\\.zip|/report(\\.csv|\\.pdf)?|/statement\\.pdf|/provenance|/exports/.*|/read-model/rebuild)");

    /** Where nothing is counted: files that browsers keep, and the question whether the server is well. */
    private static final Pattern FREE = Pattern.compile("/static/.*|/health|/favicon\\.ico");

    /** Visitors: a whole office behind one address, opening pages at the same time. */
    private final TokenBuckets addresses;
    /** One person or machine: a script that reads page after page without a pause. */
    private final TokenBuckets callers;
    /** All people and machines of one organisation together. */
    private final TokenBuckets organisations;

    RateLimit(LongSupplier nanos) {
        this.addresses = new TokenBuckets(400, 60, CALLERS_MAX, nanos);
        this.callers = new TokenBuckets(300, 50, CALLERS_MAX, nanos);
        this.organisations = new TokenBuckets(900, 150, CALLERS_MAX, nanos);
    }

    /** Whole seconds to wait; 0 when the request may go on. */
    long wait(HttpServletRequest request, Actor actor) {
        String path = request.getRequestURI();
        if (FREE.matcher(path).matches()) {
            return 0;
        }
        boolean changes = !SAFE.contains(request.getMethod());
        if (!actor.signedIn()) {
            return addresses.take(network(request.getRemoteAddr()), cost(path, changes, OPEN_FORM));
        }
        double cost = cost(path, changes, CHANGE);
        long own = callers.take(actor.user(), cost);
        return own > 0 || actor.organisation().isEmpty() ? own : organisations.take(actor.organisation(), cost);
    }

    private static double cost(String path, boolean changes, double change) {
        if (COSTLY.matcher(path).matches()) {
            return DEAR;
        }
        return changes ? change : 1;
    }

    /** Whoever has an IPv6 address has billions of them: the first half is the network that was given to them. */
    static String network(String address) {
        if (address == null || address.indexOf(':') < 0) {
            return String.valueOf(address);
        }
        String[] groups = address.split(":", -1);
        StringBuilder half = new StringBuilder();
        for (int group = 0; group < Math.min(4, groups.length) && !groups[group].isEmpty(); group++) {
            half.append(groups[group]).append(':');
        }
        return half.toString();
    }
}
