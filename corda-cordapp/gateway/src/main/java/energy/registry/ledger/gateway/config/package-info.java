/** The gateway's configuration from the environment. Must not be read by anything but the wiring. */
package energy.registry.ledger.gateway.config;
