/** Rotor speed from grey frames, by arithmetic on plain arrays. Must not know files, natives or devices. */
package energy.registry.vision.rotor;
