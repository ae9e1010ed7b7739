/** Fingerprints of devices. */
package energy.registry.domain.register;
