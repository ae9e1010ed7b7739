package energy.registry.ingest.plausibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.registry.ingest.adapter.json.RuleBookJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The rule book is complete, says where each limit comes from, and is the list that the document shows. */
class RuleBookTest {
    private final List<RuleDefinition> delivered = RuleBookJson.delivered();

    @Test
    void everyRuleOfTheEngineIsDefinedWithSourceAndRemedy() {
        Set<String> defined = delivered.stream().map(RuleDefinition::rule).collect(Collectors.toSet());
        assertThat(defined)
                .containsAll(Arrays.stream(PhysicsRule.values()).map(Enum::name).toList());
        assertThat(delivered).allSatisfy(rule -> assertThat(List.of(rule.text(), rule.remedy(), rule.source()))
                .as(rule.rule())
                .noneMatch(String::isBlank));
    }

    @Test
    void theDocumentListsTheSameRules() throws IOException {
        Set<String> documented = new TreeSet<>();
        for (String line : Files.readAllLines(Path.of("../ops/docs/plausibility.md"))) {
            if (line.matches("\\| `[A-Z_]+` \\|( [^|]+ \\|){4}")) {
                documented.add(line.substring(3, line.indexOf('`', 3)));
            }
        }
        assertThat(documented)
                .isEqualTo(delivered.stream().map(RuleDefinition::rule).collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void aDevicesOwnVersionGoesBeforeTheOneForAll() {
        RuleDefinition all = delivered.stream()
                .filter(each -> each.rule().equals("LONG_GAP"))
                .findFirst()
                .orElseThrow();
        Map<String, Double> parameters = new HashMap<>(all.parameters());
        parameters.put("gap_seconds", 3_600.0);
        RuleDefinition own = new RuleDefinition(
                all.rule(),
                1,
                all.technology(),
                "WT-1",
                all.outcome(),
                all.text(),
                all.remedy(),
                all.source(),
                parameters);
        RuleBook book = RuleBookJson.with(List.of(own));

        assertThat(book.inForce("LONG_GAP", "WIND", "WT-1")).contains(own);
        assertThat(book.inForce("LONG_GAP", "WIND", "WT-2")).contains(all);
    }

    @Test
    void aBookWithoutARuleIsRefused() {
        assertThatThrownBy(() -> new RuleBook(delivered.subList(0, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("has no definition");
    }
}
