/** Tests of freezes and their list. */
package energy.registry.domain.control;
