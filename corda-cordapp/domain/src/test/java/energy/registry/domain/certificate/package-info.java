/** Certificates and retirements as values. */
package energy.registry.domain.certificate;
