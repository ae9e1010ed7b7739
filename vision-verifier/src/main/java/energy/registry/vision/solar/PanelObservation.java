package energy.registry.vision.solar;

/**
 * The panels as a clip shows them; parts are of the commissioned area.
 *
 * @param likeness correlation of the panels' structure with the reference, -1 to 1
 */
public record PanelObservation(
        PanelState state, double snowPart, double soiledPart, double shadedPart, double likeness) {
    static final PanelObservation NONE = new PanelObservation(PanelState.UNCLEAR, 0, 0, 0, 0);

    /** The part that lies under something that keeps light away. */
    public double coveredPart() {
        return Math.min(1, snowPart + shadedPart);
    }
}
