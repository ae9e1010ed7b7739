package energy.registry.web.port;

import energy.registry.web.model.RetirementRow;

/** The printed form of a retirement. */
public interface StatementDocument {
    /** The statement as a PDF file. */
    byte[] pdf(RetirementRow retirement);
}
