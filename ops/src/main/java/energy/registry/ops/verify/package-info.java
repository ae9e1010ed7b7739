/** Checks a provenance bundle offline, link by link, against published keys. Must not know any running service. */
package energy.registry.ops.verify;
