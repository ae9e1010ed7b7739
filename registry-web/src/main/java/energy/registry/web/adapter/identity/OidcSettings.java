package energy.registry.web.adapter.identity;

import java.net.URI;

/** Where the identity provider is, and where this site is for a browser. */
public record OidcSettings(URI issuer, URI publicBase) {}
