/** The values that cross ports and reach pages: plain records, ready to show. Knows nothing of databases, HTTP or templates. */
package energy.registry.web.model;
