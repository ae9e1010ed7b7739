package energy.registry.ingest.adapter.file.csv;

import java.math.BigDecimal;

/** Units that a column's name may end with. */
enum EnergyUnit {
    WH(0),
    KWH(3),
    MWH(6);

    private final int powerOfTen;

    EnergyUnit(int powerOfTen) {
        this.powerOfTen = powerOfTen;
    }

    BigDecimal wattHours(BigDecimal value) {
        return value.scaleByPowerOfTen(powerOfTen);
    }
}
