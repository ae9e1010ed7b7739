package energy.registry.domain.cursor;

import energy.registry.domain.encoding.CanonicalReader;
import energy.registry.domain.encoding.CanonicalWriter;
import energy.registry.domain.energy.ProductionPeriod;
import energy.registry.domain.rule.Rule;
import energy.registry.domain.rule.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The versions of a meter's terms, oldest first. The time of the measurement decides which one holds: keys, owner,
 * capacity and verifiers of a claim are those of the claimed time, however late it comes.
 */
public final class TermsHistory {
    /** A device is amended a few times a year; older time is beyond the late window by then. */
    public static final int VERSIONS_MAX = 8;

    private final List<TermsVersion> versions;

    private TermsHistory(List<TermsVersion> versions) {
        if (versions.isEmpty() || versions.size() > VERSIONS_MAX) {
            throw new IllegalArgumentException("terms: 1.." + VERSIONS_MAX + " versions, not " + versions.size());
        }
        for (int i = 1; i < versions.size(); i++) {
            if (versions.get(i).startEpochSecond() <= versions.get(i - 1).startEpochSecond()) {
                throw new IllegalArgumentException("terms: versions in order of time");
            }
        }
        this.versions = Collections.unmodifiableList(new ArrayList<>(versions));
    }

    static TermsHistory of(MeterTerms terms, long startEpochSecond) {
        return new TermsHistory(Collections.singletonList(new TermsVersion(startEpochSecond, terms)));
    }

    public List<TermsVersion> versions() {
        return versions;
    }

    public MeterTerms latest() {
        return last().terms();
    }

    /** Start of the oldest version: claims of time before it have no terms. */
    long startEpochSecond() {
        return versions.get(0).startEpochSecond();
    }

    private TermsVersion last() {
        return versions.get(versions.size() - 1);
    }

    /** The terms under which all of {@code period} lies; absent before the first version and across two. */
    public Optional<MeterTerms> during(ProductionPeriod period) {
        for (int i = versions.size() - 1; i >= 0; i--) {
            boolean started = versions.get(i).startEpochSecond() <= period.startEpochSecond();
            boolean over = i + 1 < versions.size() && versions.get(i + 1).startEpochSecond() < period.endEpochSecond();
            if (started) {
                return over ? Optional.empty() : Optional.of(versions.get(i).terms());
            }
        }
        return Optional.empty();
    }

    Verdict permits(long startEpochSecond) {
        long grid = latest().intervalSeconds();
        return Verdict.firstOf(
                () -> Rule.CHANGE_STARTS_ON_GRID.holds(
                        Math.floorMod(startEpochSecond, grid) == 0,
                        Instant.ofEpochSecond(startEpochSecond) + " on a grid of " + grid + " s"),
                () -> Rule.CHANGES_ARE_IN_ORDER.holds(
                        startEpochSecond >= last().startEpochSecond(),
                        Instant.ofEpochSecond(startEpochSecond) + " before "
                                + Instant.ofEpochSecond(last().startEpochSecond())));
    }

    /** The history with {@code terms} from that second on; a change at the start of the last version replaces it. */
    TermsHistory with(MeterTerms terms, long startEpochSecond) {
        List<TermsVersion> more = new ArrayList<>(versions);
        if (last().startEpochSecond() == startEpochSecond) {
            more.remove(more.size() - 1);
        }
        more.add(new TermsVersion(startEpochSecond, terms));
        if (more.size() > VERSIONS_MAX) {
            more.remove(0);
        }
        return new TermsHistory(more);
    }

    void write(CanonicalWriter out) {
        out.i32(versions.size());
        versions.forEach(version -> version.write(out));
    }

    static TermsHistory read(CanonicalReader in) {
        List<TermsVersion> versions = new ArrayList<>();
        for (int left = in.count("versions", VERSIONS_MAX); left > 0; left--) {
            versions.add(TermsVersion.read(in));
        }
        return new TermsHistory(versions);
    }
}
