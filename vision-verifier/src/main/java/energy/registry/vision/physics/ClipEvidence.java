package energy.registry.vision.physics;

import java.util.Optional;

/**
 * What one trusted clip of an interval brings to its judgement.
 *
 * @param clip digest of its bytes: clips are independent when they differ
 * @param stopped whether the rotor was shown to stand
 * @param expected the power that it leaves possible; empty when it tells nothing
 */
public record ClipEvidence(String clip, boolean stopped, Optional<ExpectedPower> expected) {}
