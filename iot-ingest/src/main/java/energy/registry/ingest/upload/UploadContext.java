package energy.registry.ingest.upload;

import energy.registry.domain.device.ProductionDevice;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * What a reader must know besides the bytes.
 *
 * @param zone of times that a file gives without one
 * @param forwardIsGeneration whether the meter is a generation meter, whose forward direction leads to the grid
 */
public record UploadContext(
        ProductionDevice device, ZoneOffset zone, boolean forwardIsGeneration, Instant receivedAt) {}
