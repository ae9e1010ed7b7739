/** A production device as registered. Must not know its certificates. */
package energy.registry.domain.device;
