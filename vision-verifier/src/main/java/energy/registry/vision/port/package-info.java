/** What the application asks of the outside: interfaces only. Must not know who answers. */
package energy.registry.vision.port;
