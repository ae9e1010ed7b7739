package energy.registry.ops.replay;

/**
 * One interval in the report.
 *
 * @param outcome ISSUED, HELD, REFUSED, REJECTED, NOTHING_TO_ISSUE, NOT_CERTIFIABLE, NOT_STATED, or a state that is
 *     still moving
 * @param rotorRpm mean of the recorded rotor speed, 0 where none was recorded
 */
record Line(RecordedInterval interval, String outcome, long energyWh, double rotorRpm, String detail, Settled settled) {
    static final String NOT_CERTIFIABLE = "NOT_CERTIFIABLE";
    static final String NOT_STATED = "NOT_STATED";

    boolean isSettled() {
        return outcome.equals(NOT_CERTIFIABLE) || outcome.equals("REFUSED") || settled != null && settled.isFinal();
    }
}
