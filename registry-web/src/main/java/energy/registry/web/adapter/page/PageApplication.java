package energy.registry.web.adapter.page;

import energy.registry.web.adapter.page.office.OfficePages;
import energy.registry.web.adapter.view.ViewParts;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.HashSet;
import java.util.Set;

/** All pages answer below "/"; each resource is named here. */
@ApplicationPath("/")
public class PageApplication extends Application {
    private static final Set<Class<?>> RESOURCES = Set.of(
            PublicPages.class,
            VerifyPage.class,
            DashboardPage.class,
            DevicePages.class,
            CertificateLists.class,
            CertificatePage.class,
            TransactionPage.class,
            OfferPages.class,
            MarketPages.class,
            BasketPages.class,
            HoldingPages.class,
            RetirePages.class,
            ApprovalPages.class,
            BulkPages.class,
            BeneficiaryPages.class,
            TransferPages.class,
            StatementPages.class,
            ReportPages.class,
            RegistryPages.class,
            DeskPages.class);

    @Override
    public Set<Class<?>> getClasses() {
        Set<Class<?>> classes = new HashSet<>(ViewParts.classes());
        classes.addAll(OfficePages.CLASSES);
        classes.add(PageSurroundings.class);
        classes.addAll(RESOURCES);
        return classes;
    }
}
