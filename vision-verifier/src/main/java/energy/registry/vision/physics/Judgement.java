package energy.registry.vision.physics;

import java.util.List;

/**
 * The verdict on metered energy.
 *
 * @param excess for each clip that tells something, by how many standard uncertainties the metered power exceeds it
 */
public record Judgement(Consistency consistency, List<JudgementReason> reasons, List<Double> excess) {
    public Judgement {
        reasons = List.copyOf(reasons);
        excess = List.copyOf(excess);
    }
}
