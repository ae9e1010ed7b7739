/** Commands and questions to the other services in their own words. Knows HTTP; knows no page and no database. */
package energy.registry.web.adapter.service;
