/** Turning a view name and its model into HTML, safely: templates, CSRF, security headers. Knows no page and no use case. */
package energy.registry.web.adapter.view;
