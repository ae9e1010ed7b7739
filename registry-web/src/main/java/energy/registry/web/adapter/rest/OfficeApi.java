package energy.registry.web.adapter.rest;

import java.util.Set;

/** The resources of applications, guided acts, proposals, files of readings and news. */
final class OfficeApi {
    static final Set<Class<?>> CLASSES = Set.of(
            RegistrationsResource.class,
            ActsResource.class,
            UploadsResource.class,
            NewsResource.class,
            AuditExportResource.class,
            OrganisationResource.class,
            OrganisationsResource.class,
            WebhooksResource.class,
            JoinResource.class,
            MeterDeskResource.class,
            CommissioningResource.class,
            ProductionResource.class,
            RegistrationFilesResource.class,
            ExportsResource.class,
            ImportsResource.class);

    private OfficeApi() {}
}
