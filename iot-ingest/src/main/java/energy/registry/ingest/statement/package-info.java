/** The rules a statement must meet to be kept: its form, physics and place in the meter's chain; pure. Must not know doors, stores or the ledger. */
package energy.registry.ingest.statement;
