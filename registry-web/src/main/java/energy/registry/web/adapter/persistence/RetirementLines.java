package energy.registry.web.adapter.persistence;

import energy.registry.web.model.RetirementLine;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The lines of many statements, read by one query: a report has thousands of them, which would be fetched in dozens. */
final class RetirementLines {
    private static final String LINES =
            """
            select e.statementNo, l
            from RetirementEntity e
            join e.lines l
            where e.statementNo in :numbers
            order by e.statementNo, index(l)""";

    private final Map<String, List<LinePart>> lines = new LinkedHashMap<>();

    private RetirementLines() {}

    static RetirementLines of(EntityManager entities, Collection<String> statementNumbers) {
        RetirementLines found = new RetirementLines();
        if (!statementNumbers.isEmpty()) {
            entities.createQuery(LINES, Object[].class)
                    .setParameter("numbers", statementNumbers)
                    .getResultList()
                    .forEach(row -> found.lines
                            .computeIfAbsent((String) row[0], any -> new ArrayList<>())
                            .add((LinePart) row[1]));
        }
        return found;
    }

    List<String> deviceIds() {
        return lines.values().stream()
                .flatMap(List::stream)
                .map(LinePart::deviceId)
                .toList();
    }

    List<RetirementLine> of(String statementNo, Names names) {
        return lines.getOrDefault(statementNo, List.of()).stream()
                .map(line -> line.value(names.device(line.deviceId())))
                .toList();
    }
}
