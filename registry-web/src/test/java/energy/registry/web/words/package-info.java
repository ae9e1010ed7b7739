/** Tests of what is said in more than one language. */
package energy.registry.web.words;
