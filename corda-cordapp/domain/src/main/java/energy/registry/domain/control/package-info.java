/** What regulator and issuing body hold still: freezes of devices and accounts. Must not know certificates or cursors. */
package energy.registry.domain.control;
