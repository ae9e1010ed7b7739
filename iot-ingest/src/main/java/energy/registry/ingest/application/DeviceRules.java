package energy.registry.ingest.application;

import energy.registry.ingest.plausibility.Plausibility;
import energy.registry.ingest.plausibility.RuleBook;
import energy.registry.ingest.plausibility.RuleDefinition;
import energy.registry.ingest.port.RuleStore;
import energy.registry.ingest.statement.Outcome;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rules in force, and the issuing body's own versions for single devices. */
public final class DeviceRules {
    /** Longest reason, characters: a paragraph. */
    private static final int REASON_CHARS_MAX = 2_000;

    private static final int ACTOR_CHARS_MAX = 120;

    private final List<RuleDefinition> delivered;
    private final RuleStore store;
    private final Plausibility plausibility;
    private final Clock clock;

    public DeviceRules(List<RuleDefinition> delivered, RuleStore store, Plausibility plausibility, Clock clock) {
        this.delivered = delivered;
        this.store = store;
        this.plausibility = plausibility;
        this.clock = clock;
    }

    /** Takes over what is stored. */
    public void load() {
        List<RuleDefinition> all = new ArrayList<>(delivered);
        all.addAll(store.all());
        plausibility.use(new RuleBook(all));
    }

    public List<RuleDefinition> all() {
        return plausibility.book().definitions();
    }

    /** A device's own version of a rule, from now on: what it leaves out stays as it is for all devices. */
    public record Change(
            String actor,
            String reason,
            String device,
            String technology,
            String rule,
            String outcome,
            Map<String, Double> parameters) {}

    /**
     * @return the version that is in force now
     * @throws IllegalArgumentException naming the field that is missing or unknown
     */
    public synchronized RuleDefinition set(Change change) {
        require(!change.actor().isBlank() && change.actor().length() <= ACTOR_CHARS_MAX, "actor", "name who decides");
        require(
                !change.reason().isBlank() && change.reason().length() <= REASON_CHARS_MAX,
                "reason",
                "say why, in a paragraph");
        RuleDefinition now = plausibility
                .book()
                .inForce(change.rule(), change.technology(), change.device())
                .orElseThrow(() -> new IllegalArgumentException(
                        "rule: '" + change.rule() + "' is no rule for this device; GET /v1/rules lists them"));
        Map<String, Double> parameters = new HashMap<>(now.parameters());
        change.parameters().forEach((name, value) -> {
            require(
                    parameters.containsKey(name),
                    "parameters." + name,
                    "the rule has " + now.parameters().keySet());
            parameters.put(name, value);
        });
        RuleDefinition next = new RuleDefinition(
                now.rule(),
                now.version() + 1,
                change.technology(),
                change.device(),
                outcome(change.outcome(), now.outcome()),
                now.text(),
                now.remedy(),
                now.source(),
                parameters);
        store.add(next, change.actor(), change.reason(), clock.instant());
        load();
        return next;
    }

    private static Outcome outcome(String named, Outcome usual) {
        try {
            return named.isEmpty() ? usual : Outcome.valueOf(named);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("outcome: '" + named + "' is not one of FLAG, HOLD, REJECT", e);
        }
    }

    private static void require(boolean holds, String field, String remedy) {
        if (!holds) {
            throw new IllegalArgumentException(field + ": " + remedy);
        }
    }
}
