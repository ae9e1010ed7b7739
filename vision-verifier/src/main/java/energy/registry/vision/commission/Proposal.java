package energy.registry.vision.commission;

/**
 * A view that the software proposes, in pixels of the picture that was sent; a person decides.
 *
 * @param confidence 0 to 1, to sort by; no probability
 */
public record Proposal(View view, double confidence) {}
