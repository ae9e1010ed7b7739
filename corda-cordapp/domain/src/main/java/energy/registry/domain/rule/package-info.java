/** The registry's rules as data, and what a check answers. Must not know where a rule is applied. */
package energy.registry.domain.rule;
