/** What the regulator has approved, kept on its own node. Must not know flows. */
package energy.registry.ledger.consent;
