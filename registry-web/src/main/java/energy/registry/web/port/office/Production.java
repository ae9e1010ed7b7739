package energy.registry.web.port.office;

import energy.registry.web.model.office.ProducedRow;
import java.time.LocalDate;
import java.util.List;

/** What an organisation's devices were certified for. */
public interface Production {
    /** By month and device, newest month first. */
    List<ProducedRow> months(String owner, int rows);

    /** By hour and device of one UTC day, in order of time. */
    List<ProducedRow> hours(String owner, LocalDate day, int rows);
}
