/** What makes a device the same device, as fingerprints under one root. Must not know cursors or certificates. */
package energy.registry.domain.register;
