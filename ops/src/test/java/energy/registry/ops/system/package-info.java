/** Drives the whole running system as people do. Must not reach into a process other than by its doors. */
package energy.registry.ops.system;
