package energy.registry.web.adapter.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

/** The API's resources; each is named here. */
@ApplicationPath("/api/v1")
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Registry of renewable energy certificates",
                        version = "1",
                        description =
                                "Energy in whole Wh, money in minor units, time in UTC. Lists: at most 1000 rows; give `next` of a"
                                        + " page as `after` of the following one. Errors are RFC 9457 problem documents; `rule` names the broken"
                                        + " rule. Commands take the header Idempotency-Key: the same key again answers the first result."),
        security = @SecurityRequirement(name = "bearer"))
@SecurityScheme(
        securitySchemeName = "bearer",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        bearerFormat = "JWT",
        description = "An access token of the realm `registry` for the client registry-web.")
public class ApiApplication extends Application {
    @Override
    public Set<Class<?>> getClasses() {
        Set<Class<?>> classes = new HashSet<>(Set.of(
                JsonFormat.class,
                ApiErrors.class,
                Gate.class,
                Idempotency.class,
                DevicesResource.class,
                StatementsResource.class,
                CertificatesResource.class,
                OffersResource.class,
                PurchasesResource.class,
                RetirementsResource.class,
                TransfersResource.class,
                ApprovalsResource.class,
                BulkRetirementsResource.class,
                BeneficiariesResource.class,
                AccountsResource.class,
                HeldResource.class,
                AuditResource.class,
                PublicResource.class,
                ReadModelResource.class));
        classes.addAll(OfficeApi.CLASSES);
        return classes;
    }
}
