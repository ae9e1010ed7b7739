/** The read model against a real database. */
package energy.registry.web.adapter.persistence;
