/** What meters and cameras say: readings, interval statements, verdicts. Must not know the ledger. */
package energy.registry.domain.evidence;
