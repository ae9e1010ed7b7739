/** Tests of the handlers. Must not be used by the product. */
package energy.registry.ledger.gateway.command;
