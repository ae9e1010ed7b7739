/** Tests of receipts and of the registries that give them. */
package energy.registry.domain.exchange;
