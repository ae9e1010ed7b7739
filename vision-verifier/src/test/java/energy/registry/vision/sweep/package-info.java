/** Seeded sweeps over rendered clips whose truth is known. */
package energy.registry.vision.sweep;
