package energy.registry.ops.replay;

import java.io.IOException;

/** What the camera before a replayed plant has to show of an interval. */
interface Footage {
    byte[] clip(RecordedInterval interval) throws IOException;

    /** One sentence for the report. */
    String describe();
}
