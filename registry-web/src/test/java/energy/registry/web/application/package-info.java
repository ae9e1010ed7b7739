/** Who may do what, and what is refused. */
package energy.registry.web.application;
