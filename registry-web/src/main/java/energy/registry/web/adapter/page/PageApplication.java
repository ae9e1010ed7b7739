package energy.registry.web.adapter.page;

import energy.registry.web.adapter.view.ViewParts;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.HashSet;
import java.util.Set;

/** All pages answer below "/"; each resource is named here. */
@ApplicationPath("/")
public class PageApplication extends Application {
    @Override
    public Set<Class<?>> getClasses() {
        return new HashSet<>(ViewParts.classes());
    }
}
