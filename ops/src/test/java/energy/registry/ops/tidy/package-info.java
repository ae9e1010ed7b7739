/** Reads the repository and checks its own rules. Must not know what the code does. */
package energy.registry.ops.tidy;
