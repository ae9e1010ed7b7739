/** Canonical bytes: the one way each signed record is written. Must not know what the records mean. */
package energy.registry.domain.encoding;
