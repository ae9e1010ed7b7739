/** Metered consumption that retirements are held against. Must not know who sold what to whom. */
package energy.registry.domain.consumption;
