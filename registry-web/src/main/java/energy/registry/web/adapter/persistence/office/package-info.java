/** Cases, documents, messages and the log of changes in the database. Knows no page and no ledger. */
package energy.registry.web.adapter.persistence.office;
