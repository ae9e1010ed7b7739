package energy.registry.ledger.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The document on attacks and the attacks say the same of every way to count energy twice. */
final class AttackTableTest {
    private static final int WAYS = 35;
    private static final Pattern ROW = Pattern.compile("\\| (D\\d+) \\| ([^|]*) \\| ([^|]*) \\| ([^|]*) \\|");

    @Test
    void theTableNamesTheAttacksOfEachWay() throws IOException {
        Map<String, String> written = new LinkedHashMap<>();
        for (Matcher row : rows()) {
            written.put(row.group(1), row.group(3).trim());
        }
        assertThat(written).isEqualTo(made());
    }

    @Test
    void aWayWithoutAttacksSaysWhy() throws IOException {
        for (Matcher row : rows()) {
            assertThat(row.group(4).trim().isEmpty())
                    .as("%s either has attacks or a reason why no transaction stands for it", row.group(1))
                    .isEqualTo(!row.group(3).trim().isEmpty());
        }
    }

    private static Matcher[] rows() throws IOException {
        return Files.readAllLines(document()).stream()
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .toArray(Matcher[]::new);
    }

    private static Path document() {
        Path here = Paths.get("").toAbsolutePath();
        while (!Files.exists(here.resolve("ops/docs/attacks.md"))) {
            here = here.getParent();
        }
        return here.resolve("ops/docs/attacks.md");
    }

    private static Map<String, String> made() {
        Map<String, String> made = new LinkedHashMap<>();
        for (int way = 1; way <= WAYS; way++) {
            String name = "D" + way;
            TreeSet<String> kinds = new TreeSet<>();
            Attack.all().stream()
                    .filter(attack -> Arrays.asList(attack.ways.split(" ")).contains(name))
                    .forEach(attack -> kinds.add(attack.name));
            made.put(name, String.join("; ", kinds));
        }
        return made;
    }
}
