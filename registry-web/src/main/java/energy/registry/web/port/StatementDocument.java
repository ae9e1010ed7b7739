package energy.registry.web.port;

import energy.registry.web.model.RetirementRow;
import energy.registry.web.model.ScopeTwoReport;

/** The printed form of a retirement. */
public interface StatementDocument {
    /**
     * The statement as a PDF file.
     *
     * @param bundle provenance bundle of its first line, JSON; empty where it cannot be had now
     * @param language two letters; English where it is not known
     */
    byte[] pdf(RetirementRow retirement, String bundle, String language);

    /** A report over several statements as a PDF file. */
    byte[] report(ScopeTwoReport report);
}
