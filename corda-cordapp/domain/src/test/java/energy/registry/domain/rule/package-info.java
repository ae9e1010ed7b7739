/** Tests of the rule book. Must not know the ledger. */
package energy.registry.domain.rule;
