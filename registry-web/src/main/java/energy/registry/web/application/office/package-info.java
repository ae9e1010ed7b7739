/** Use cases of applicants, the issuing body and the regulator beside the ledger's own commands. Knows no adapter. */
package energy.registry.web.application.office;
