/** From what was seen to the power that it leaves possible, and whether the metered power fits. Arithmetic only. */
package energy.registry.vision.physics;
