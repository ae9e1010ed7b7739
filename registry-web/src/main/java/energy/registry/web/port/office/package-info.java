/** What the offices' use cases need of the outside, as interfaces only. Knows the model; knows no adapter. */
package energy.registry.web.port.office;
