package energy.registry.web.port;

import energy.registry.web.model.RetirementRow;
import energy.registry.web.model.ScopeTwoReport;

/** The printed form of a retirement. */
public interface StatementDocument {
    /** The statement as a PDF file. */
    byte[] pdf(RetirementRow retirement);

    /** A report over several statements as a PDF file. */
    byte[] report(ScopeTwoReport report);
}
