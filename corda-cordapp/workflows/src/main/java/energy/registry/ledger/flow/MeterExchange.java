package energy.registry.ledger.flow;

import java.time.Instant;
import net.corda.core.serialization.CordaSerializable;

/** The protocol of a meter's exchange: both registers at one time, and the new meter. */
@CordaSerializable
public final class MeterExchange {
    private final Instant at;
    private final long closingRegisterWh;
    private final byte[] closingStatement;
    private final long openingRegisterWh;
    private final String meterSerial;
    private final String meterMaker;
    private final byte[] meterKey;

    /**
     * @param closingStatement the old meter's signed statement that ends then; empty where it says no more
     * @param meterKey SubjectPublicKeyInfo of the new meter
     */
    public MeterExchange(
            Instant at,
            long closingRegisterWh,
            byte[] closingStatement,
            long openingRegisterWh,
            String meterSerial,
            String meterMaker,
            byte[] meterKey) {
        this.at = at;
        this.closingRegisterWh = closingRegisterWh;
        this.closingStatement = closingStatement.clone();
        this.openingRegisterWh = openingRegisterWh;
        this.meterSerial = meterSerial;
        this.meterMaker = meterMaker;
        this.meterKey = meterKey.clone();
    }

    public Instant getAt() {
        return at;
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
}
