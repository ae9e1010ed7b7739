/** Footage of a turbine rendered at a known rotor speed, honest or tampered with. Must not know how speed is measured. */
package energy.registry.vision.synthetic;
