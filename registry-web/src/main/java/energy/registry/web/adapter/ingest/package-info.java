/** Meter statements, held claims and camera evidence through the services' HTTP doors. Knows their JSON; knows no page and no database. */
package energy.registry.web.adapter.ingest;
