/**
 * How Corda names and signs transactions, recomputed from bytes alone, so that nobody needs Corda to check a proof. Must
 * not know what the bytes mean.
 */
package energy.registry.domain.ledger;
