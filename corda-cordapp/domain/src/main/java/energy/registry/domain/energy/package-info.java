/** Energy in whole watt-hours and half-open UTC periods. Must not know devices or owners. */
package energy.registry.domain.energy;
