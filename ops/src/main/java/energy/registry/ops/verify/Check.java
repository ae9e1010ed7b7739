package energy.registry.ops.verify;

/**
 * One link looked at.
 *
 * @param detail what was found, or what is wrong
 */
record Check(Link link, boolean ok, String detail) {}
