/** Starts, watches and stops processes that outlive the launcher. Must not know which processes the registry has. */
package energy.registry.ops.supervise;
