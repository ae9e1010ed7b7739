/** Who the request comes from, read from the identity provider's token. Knows OIDC; knows no use case. */
package energy.registry.web.adapter.identity;
