/** The JSON API of version 1: parameters in, use case, JSON or problem document out. Knows no database and no page. */
package energy.registry.web.adapter.rest;
