package energy.registry.ledger.contract;

import energy.registry.domain.device.ProductionDevice;
import energy.registry.domain.identity.SigningKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Puts another meter in a device's place of measurement; the next epoch begins in its register. */
public final class ExchangeMeter implements DeviceCommand {
    private final String requestId;
    private final String actor;
    private final String reason;
    private final long atEpochSecond;
    private final long closingRegisterWh;
    private final byte[] closingStatement;
    private final long openingRegisterWh;
    private final String meterSerial;
    private final String meterMaker;
    private final byte[] meterKey;
    private final List<AbsenceEvidence> absences;

    /**
     * @param closingStatement the old meter's signed statement that ends at the exchange; empty where it says no more
     * @param meterKey SubjectPublicKeyInfo of the new meter
     * @param absences that each fingerprint of the new meter is new, in the order of the fingerprints
     */
    public ExchangeMeter(
            String requestId,
            String actor,
            String reason,
            long atEpochSecond,
            long closingRegisterWh,
            byte[] closingStatement,
            long openingRegisterWh,
            String meterSerial,
            String meterMaker,
            byte[] meterKey,
            List<AbsenceEvidence> absences) {
        this.requestId = requestId;
        this.actor = actor;
        this.reason = reason;
        this.atEpochSecond = atEpochSecond;
        this.closingRegisterWh = closingRegisterWh;
        this.closingStatement = closingStatement.clone();
        this.openingRegisterWh = openingRegisterWh;
        this.meterSerial = meterSerial;
        this.meterMaker = meterMaker;
        this.meterKey = meterKey.clone();
        this.absences = Collections.unmodifiableList(new ArrayList<>(absences));
    }

    @Override
    public String getRequestId() {
        return requestId;
    }

    @Override
    public String getActor() {
        return actor;
    }

    @Override
    public String getReason() {
        return reason;
    }

    public long getAtEpochSecond() {
        return atEpochSecond;
    }

    public long getClosingRegisterWh() {
        return closingRegisterWh;
    }

    public byte[] getClosingStatement() {
        return closingStatement.clone();
    }

    public long getOpeningRegisterWh() {
        return openingRegisterWh;
    }

    public String getMeterSerial() {
        return meterSerial;
    }

    public String getMeterMaker() {
        return meterMaker;
    }

    public byte[] getMeterKey() {
        return meterKey.clone();
    }

    public List<AbsenceEvidence> getAbsences() {
        return absences;
    }

    /** The device with the new meter in place of the old one, under the same meter id. */
    public ProductionDevice on(ProductionDevice device) {
        return device.toBuilder()
                .meter(device.meterId(), meterSerial, meterMaker, SigningKey.of(meterKey))
                .build();
    }
}
