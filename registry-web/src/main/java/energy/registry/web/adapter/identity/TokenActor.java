package energy.registry.web.adapter.identity;

import energy.registry.web.model.Actor;
import energy.registry.web.model.Role;
import energy.registry.web.port.CurrentActor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.wildfly.security.http.oidc.OidcPrincipal;
import org.wildfly.security.http.oidc.OidcSecurityContext;

/** The actor behind the request's login or bearer token: name, realm roles and the claim {@code org}. */
@RequestScoped
public class TokenActor implements CurrentActor {
    private static final String ORGANISATION_CLAIM = "org";

    private HttpServletRequest request;
    private OidcSettings settings;

    protected TokenActor() {}

    @Inject
    public TokenActor(HttpServletRequest request, OidcSettings settings) {
        this.request = request;
        this.settings = settings;
    }

    @Override
    public Actor get() {
        Principal principal = request.getUserPrincipal();
        if (principal == null) {
            return Actor.VISITOR;
        }
        String organisation = context()
                .map(OidcSecurityContext::getToken)
                .map(token -> token.getClaimValueAsString(ORGANISATION_CLAIM))
                .orElse("");
        return new Actor(
                principal.getName(),
                organisation,
                Arrays.stream(Role.values())
                        .filter(role -> request.isUserInRole(role.realmName()))
                        .collect(Collectors.toSet()));
    }

    @Override
    public URI signOutAt() {
        String home = settings.publicBase() + "/";
        String end = settings.issuer()
                + "/protocol/openid-connect/logout?client_id=registry-web&post_logout_redirect_uri=" + encoded(home);
        return context()
                .map(OidcSecurityContext::getIDTokenString)
                .map(hint -> URI.create(end + "&id_token_hint=" + encoded(hint)))
                .orElseGet(() -> URI.create(home));
    }

    @Override
    public String identityProvider() {
        return settings.issuer().getScheme() + "://" + settings.issuer().getRawAuthority();
    }

    private Optional<OidcSecurityContext> context() {
        if (request.getUserPrincipal() instanceof OidcPrincipal<?> principal) {
            return Optional.ofNullable(principal.getOidcSecurityContext());
        }
        Object attribute = request.getAttribute(OidcSecurityContext.class.getName());
        return attribute instanceof OidcSecurityContext context ? Optional.of(context) : Optional.empty();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
