package energy.registry.vision.physics;

/**
 * One interval of a device that both signers accepted: the rotor's mean speed in its clips and the mean power metered.
 *
 * @param startEpochSecond start of the interval
 * @param microRpm mean rotor speed, millionths of a revolution a minute
 * @param watts mean power
 */
public record AcceptedPair(long startEpochSecond, long microRpm, long watts) {
    public AcceptedPair {
        if (microRpm < 0 || watts < 0) {
            throw new IllegalArgumentException("pair: " + microRpm + " microRpm, " + watts + " W is negative");
        }
    }
}
