/** Certificates as bundles of numbered watt-hours of known hours, and their retirement. Must not know the ledger's parties. */
package energy.registry.domain.certificate;
