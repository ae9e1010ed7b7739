/** The ledger through its gateway's HTTP door. Knows the gateway's JSON; knows no page and no database. */
package energy.registry.web.adapter.ledger;
