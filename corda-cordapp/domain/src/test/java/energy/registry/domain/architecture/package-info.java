/** What the kernel may depend on. */
package energy.registry.domain.architecture;
