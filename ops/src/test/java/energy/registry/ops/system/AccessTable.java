package energy.registry.ops.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The table of {@code ops/docs/access.md}: who may use which door. What it does not name is denied. */
final class AccessTable {
    private static final Pattern ROW =
            Pattern.compile("\\| `((?:GET|POST|PUT|DELETE) [^`]+)` \\| ([a-z, -]+) \\| ([a-z, ]+|–) \\|");
    private static final Set<String> WORDS = Set.of(
            "anyone",
            "signed-in",
            "generator",
            "buyer",
            "regulator",
            "issuing-body",
            "organisation-admin",
            "own",
            "overseers",
            "applicant");

    private final Map<String, Rule> rules = new LinkedHashMap<>();

    /** Which roles may come in, and whose things they may touch. */
    record Rule(Set<String> roles, Set<String> whose) {
        boolean admits(Person person) {
            return roles.contains("anyone")
                    || (person.known() && roles.contains("signed-in"))
                    || person.roles().stream().anyMatch(roles::contains);
        }

        boolean reaches(Person person, Set<String> owners) {
            return whose.isEmpty()
                    || (whose.contains("own") && owners.contains(person.organisation()))
                    || (whose.contains("overseers") && person.oversees());
        }

        boolean open() {
            return roles.contains("anyone");
        }
    }

    static AccessTable read() throws IOException {
        AccessTable table = new AccessTable();
        for (String line : Files.readAllLines(Path.of("docs", "access.md"))) {
            Matcher row = ROW.matcher(line);
            if (row.find()) {
                table.add(row.group(1), row.group(2), row.group(3));
            } else if (line.startsWith("| `")) {
                throw new IllegalStateException("ops/docs/access.md: this row cannot be read: " + line);
            }
        }
        return table;
    }

    private void add(String door, String roles, String whose) {
        Rule rule = new Rule(words(roles), whose.equals("–") ? Set.of() : words(whose));
        if (rules.put(door, rule) != null) {
            throw new IllegalStateException("ops/docs/access.md names " + door + " twice");
        }
    }

    private static Set<String> words(String cell) {
        Set<String> words = Arrays.stream(cell.split(",")).map(String::strip).collect(Collectors.toUnmodifiableSet());
        if (!WORDS.containsAll(words)) {
            throw new IllegalStateException("ops/docs/access.md: " + cell + " is not made of " + WORDS);
        }
        return words;
    }

    Map<String, Rule> rules() {
        return rules;
    }
}
