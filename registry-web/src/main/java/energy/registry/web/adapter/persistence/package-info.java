/** The read model in PostgreSQL through Hibernate. Entities never leave; knows no HTTP, page or ledger client. */
package energy.registry.web.adapter.persistence;
