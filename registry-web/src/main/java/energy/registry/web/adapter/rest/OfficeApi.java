package energy.registry.web.adapter.rest;

import java.util.Set;

/** The resources of applications, guided acts, proposals, files of readings and news. */
final class OfficeApi {
    static final Set<Class<?>> CLASSES = Set.of(
            RegistrationsResource.class,
            ActsResource.class,
            UploadsResource.class,
            NewsResource.class,
            AuditExportResource.class);

    private OfficeApi() {}
}
