/** Tests of energy and of periods. Must not know devices or owners. */
package energy.registry.domain.energy;
