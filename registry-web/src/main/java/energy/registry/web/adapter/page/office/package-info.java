/** Pages of applications, reviews, guided acts and organisations. Knows no database and no ledger. */
package energy.registry.web.adapter.page.office;
