/** The module's own shape. */
package energy.registry.web.architecture;
