/** Settings from the environment and the wiring of the service. Must not measure. */
package energy.registry.vision.config;
