package energy.registry.web.model.office;

import java.util.Map;

/** What a service answered to a command: its plain facts by name. */
public record Receipt(Map<String, String> facts) {
    public Receipt {
        facts = Map.copyOf(facts);
    }

    public String fact(String name) {
        return facts.getOrDefault(name, "");
    }

    public String txId() {
        return fact("txId");
    }
}
