/** What the use cases need of the outside, as interfaces only. Knows the model; knows no technology and no adapter. */
package energy.registry.web.port;
