/** People and machines of organisations at the identity provider. Knows its administration's HTTP; knows no page. */
package energy.registry.web.adapter.people;
