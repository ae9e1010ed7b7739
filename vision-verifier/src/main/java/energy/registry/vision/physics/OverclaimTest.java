package energy.registry.vision.physics;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Tests one interval's mean power, one-sided, against over-claiming: less energy than expected harms nobody. A
 * contradiction needs two independent clips, or a rotor that stands in all of them, or the night.
 */
public final class OverclaimTest {
    /** One in 740 by chance for one clip, and two have to agree. */
    public static final double EXCESS_MAX = 3;

    static final double WITHIN = 2;

    /** Two clips of the same moment are one: they differ in their bytes and were checked for showing the same footage. */
    static final int CLIPS_AGREEING = 2;

    static final double STOPPED_PART_MAX = 0.02;

    private OverclaimTest() {}

    /** @param night whether the plant is an array and the sun was below the horizon all the time */
    public static Judgement judge(double capacityW, double meteredW, boolean night, List<ClipEvidence> clips) {
        if (night && meteredW > SolarBand.NIGHT_PART_MAX * capacityW) {
            return verdict(Consistency.INCONSISTENT, JudgementReason.POWER_AT_NIGHT, List.of());
        }
        boolean standing = !clips.isEmpty() && clips.stream().allMatch(ClipEvidence::stopped);
        if (standing && meteredW > STOPPED_PART_MAX * capacityW) {
            return verdict(Consistency.INCONSISTENT, JudgementReason.STOPPED_WHILE_METERING, List.of());
        }
        if (standing) {
            return verdict(Consistency.CONSISTENT, JudgementReason.POWER_WITHIN_EXPECTED, List.of());
        }
        List<Double> excess = new ArrayList<>();
        Set<String> against = new TreeSet<>();
        for (ClipEvidence clip : clips) {
            if (clip.expected().isPresent()) {
                double z = clip.expected().get().excess(meteredW);
                excess.add(z);
                if (z > EXCESS_MAX) {
                    against.add(clip.clip());
                }
            }
        }
        return judge(excess, against.size());
    }

    private static Judgement judge(List<Double> excess, int against) {
        if (excess.isEmpty()) {
            return verdict(Consistency.INCONCLUSIVE, JudgementReason.NO_TELLING_CLIP, excess);
        }
        if (against >= CLIPS_AGREEING) {
            return verdict(Consistency.INCONSISTENT, JudgementReason.POWER_ABOVE_EXPECTED, excess);
        }
        if (against > 0) {
            return verdict(Consistency.INCONCLUSIVE, JudgementReason.POWER_ABOVE_EXPECTED_IN_ONE_CLIP, excess);
        }
        boolean within = excess.stream().allMatch(z -> z <= WITHIN);
        return within
                ? verdict(Consistency.CONSISTENT, JudgementReason.POWER_WITHIN_EXPECTED, excess)
                : verdict(Consistency.INCONCLUSIVE, JudgementReason.POWER_DOUBTFUL, excess);
    }

    private static Judgement verdict(Consistency consistency, JudgementReason reason, List<Double> excess) {
        return new Judgement(consistency, List.of(reason), excess);
    }
}
