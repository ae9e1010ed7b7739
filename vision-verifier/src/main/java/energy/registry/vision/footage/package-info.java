/** Frames and clips as plain values. Must not know how they were decoded. */
package energy.registry.vision.footage;
