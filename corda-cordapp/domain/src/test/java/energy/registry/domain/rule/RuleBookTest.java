package energy.registry.domain.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class RuleBookTest {
    private static final Path BOOK = Path.of("../../ops/docs/rule-book.md");
    private static final Pattern ROW = Pattern.compile("\\| (\\d+) \\| `([A-Z_]+)` \\| ([^|]+) \\|.*");

    @Test
    void theBookListsTheSameRulesInTheSamePrecedence() throws IOException {
        List<String> written = new ArrayList<>();
        for (String line : Files.readAllLines(BOOK)) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                written.add(
                        row.group(1) + " " + row.group(2) + " " + row.group(3).strip());
            }
        }
        List<String> ruled = Arrays.stream(Rule.values())
                .map(rule -> rule.ordinal() + 1 + " " + rule.name() + " " + rule.sentence())
                .collect(Collectors.toList());
        assertThat(written).isEqualTo(ruled);
    }

    @Test
    void everySentenceIsItsOwnAndEndsAsOne() {
        assertThat(Arrays.stream(Rule.values()).map(Rule::sentence))
                .doesNotHaveDuplicates()
                .allMatch(sentence -> sentence.endsWith("."));
    }
}
