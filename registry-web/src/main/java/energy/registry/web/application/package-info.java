/** The use cases: each checks role and organisation itself, then asks ports. Knows model and ports; knows no adapter, HTTP or database. */
package energy.registry.web.application;
