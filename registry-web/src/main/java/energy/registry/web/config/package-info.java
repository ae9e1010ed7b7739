/** Where everything is put together: configuration from the environment, clock, wiring, start and stop. Nobody else reads the environment. */
package energy.registry.web.config;
