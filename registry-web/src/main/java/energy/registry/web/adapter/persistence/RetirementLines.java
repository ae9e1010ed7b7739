package energy.registry.web.adapter.persistence;

import energy.registry.web.model.Interval;
import energy.registry.web.model.RetirementLine;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The lines of many statements with what their bundles say, read by one query: a report has thousands of them, which as
 * entities of their own would be fetched in dozens of queries.
 */
final class RetirementLines {
    private static final String LINES =
            """
            select e.statementNo, index(l), l, c.marks, c.finding, c.claimId, i
            from RetirementEntity e
            join e.lines l
            left join CertificateEntity c on c.certificateId = l.certificateId
            left join c.intervals i
            where e.statementNo in :numbers
            order by e.statementNo, index(l), index(i)""";

    private final Map<String, List<Line>> lines = new LinkedHashMap<>();

    private RetirementLines() {}

    static RetirementLines of(EntityManager entities, Collection<String> statementNumbers) {
        RetirementLines found = new RetirementLines();
        if (!statementNumbers.isEmpty()) {
            entities.createQuery(LINES, Object[].class)
                    .setParameter("numbers", statementNumbers)
                    .getResultList()
                    .forEach(found::add);
        }
        return found;
    }

    List<String> deviceIds() {
        return lines.values().stream()
                .flatMap(List::stream)
                .map(line -> line.part.deviceId())
                .toList();
    }

    List<RetirementLine> of(String statementNo, Names names) {
        return lines.getOrDefault(statementNo, List.of()).stream()
                .map(line -> line.value(names.device(line.part.deviceId())))
                .toList();
    }

    /** A row for each interval, those of a line one after the other. */
    private void add(Object[] row) {
        List<Line> statement = lines.computeIfAbsent((String) row[0], any -> new ArrayList<>());
        int position = (Integer) row[1];
        if (statement.isEmpty() || statement.get(statement.size() - 1).position != position) {
            statement.add(new Line(
                    position, (LinePart) row[2], (String) row[3], (String) row[4], (String) row[5], new ArrayList<>()));
        }
        if (row[6] instanceof IntervalPart interval) {
            statement.get(statement.size() - 1).intervals.add(interval.value());
        }
    }

    private record Line(
            int position, LinePart part, String marks, String finding, String claimId, List<Interval> intervals) {
        private RetirementLine value(DeviceEntity device) {
            return new RetirementLine(
                    part.certificateId(),
                    part.deviceId(),
                    device.name,
                    device.technology,
                    device.country,
                    device.zone,
                    device.region,
                    device.operationalSince,
                    Words.split(device.support),
                    device.emissionGramsKwh,
                    part.serialFrom(),
                    part.serialTo(),
                    List.copyOf(intervals),
                    Words.split(marks),
                    finding,
                    claimId);
        }
    }
}
