/** Tests of the cursor and its claim rules. Must not know the ledger. */
package energy.registry.domain.cursor;
