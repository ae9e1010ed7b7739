package energy.registry.web.adapter.page.office;

import java.util.Set;

/** The resources of this package. */
public final class OfficePages {
    public static final Set<Class<?>> CLASSES = Set.of(
            RegistrationPages.class,
            DeviceReviewPages.class,
            NewsPages.class,
            ActPages.class,
            ProposalPages.class,
            MeterPages.class,
            AccountPages.class,
            JoinPages.class,
            OrganisationPages.class,
            OrganisationDeskPages.class,
            WebhookPages.class,
            CommissioningPages.class,
            ProductionPages.class,
            SettingsPages.class,
            FeePages.class);

    private OfficePages() {}
}
