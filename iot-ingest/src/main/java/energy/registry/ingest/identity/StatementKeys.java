package energy.registry.ingest.identity;

import energy.registry.domain.device.ProductionDevice;
import energy.registry.domain.encoding.Digest;
import energy.registry.domain.energy.ProductionPeriod;

/** Tells which key may sign which statement. */
@FunctionalInterface
public interface StatementKeys {
    /** @param period of the measurement, which decides; the time of receipt does not */
    KeyAnswer keyFor(ProductionDevice device, Digest keyId, ProductionPeriod period);
}
