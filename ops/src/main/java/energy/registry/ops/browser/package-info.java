/** A browser without a screen: cookies, forms and the way in through the identity provider's login page. Must not know what is on a page. */
package energy.registry.ops.browser;
