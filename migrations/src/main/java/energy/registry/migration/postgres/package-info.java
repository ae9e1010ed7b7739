/** Runs a real PostgreSQL from its published binaries, durably. Must not know the schemas. */
package energy.registry.migration.postgres;
