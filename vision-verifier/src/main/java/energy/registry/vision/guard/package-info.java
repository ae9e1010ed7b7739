/** What speaks against a piece of footage. Must not know the device it is said to show. */
package energy.registry.vision.guard;
