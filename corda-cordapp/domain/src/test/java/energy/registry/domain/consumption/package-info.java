/** Tests of consumption and its claims. */
package energy.registry.domain.consumption;
