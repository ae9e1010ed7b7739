/**
 * The command behind {@code ops/registry}: which processes the registry has, how they are configured and in which order
 * they start. Must not know what the processes do.
 */
package energy.registry.ops.launcher;
