/** The module's arrows, checked. Must not test behaviour. */
package energy.registry.ingest.architecture;
