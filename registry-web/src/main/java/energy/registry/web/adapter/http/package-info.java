/** Speaking to the other services over HTTP: token, time limits, problems as refusals. Knows no service in particular. */
package energy.registry.web.adapter.http;
