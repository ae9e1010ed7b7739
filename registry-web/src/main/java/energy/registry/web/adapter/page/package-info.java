/**
 * The pages: resources that ask use cases and choose a template. Knows no database, no ledger and no other adapter
 * but the view.
 */
package energy.registry.web.adapter.page;
