package energy.registry.web.adapter.view;

import java.util.Set;

/** The JAX-RS providers that an application of pages needs beside its own resources. */
public final class ViewParts {
    private ViewParts() {}

    public static Set<Class<?>> classes() {
        return Set.of(PageWriter.class, FormReader.class, PageErrors.class, SignInOut.class);
    }
}
