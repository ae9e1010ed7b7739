package energy.registry.web.adapter.page.display;

import java.util.Map;

/** Names of the bidding zones that people know by name; an unknown zone is shown by its EIC code. */
final class Zones {
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("10Y1001A1001A82H", "Germany–Luxembourg"),
            Map.entry("10YGB----------A", "Great Britain"),
            Map.entry("10YDK-1--------W", "Denmark West"),
            Map.entry("10YDK-2--------M", "Denmark East"),
            Map.entry("10YFR-RTE------C", "France"),
            Map.entry("10YES-REE------0", "Spain"),
            Map.entry("10YPT-REN------W", "Portugal"),
            Map.entry("10YNL----------L", "Netherlands"),
            Map.entry("10YBE----------2", "Belgium"),
            Map.entry("10YAT-APG------L", "Austria"),
            Map.entry("10YPL-AREA-----S", "Poland"),
            Map.entry("10YNO-1--------2", "Norway 1 (Oslo)"),
            Map.entry("10Y1001A1001A44P", "Sweden 1 (Luleå)"),
            Map.entry("10Y1001A1001A46L", "Sweden 3 (Stockholm)"),
            Map.entry("10YFI-1--------U", "Finland"),
            Map.entry("10Y1001A1001A59C", "Ireland"));

    private Zones() {}

    static String name(String eic) {
        return NAMES.getOrDefault(eic, eic);
    }
}
