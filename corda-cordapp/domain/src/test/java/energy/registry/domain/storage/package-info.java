/** Tests of charges and discharges. */
package energy.registry.domain.storage;
