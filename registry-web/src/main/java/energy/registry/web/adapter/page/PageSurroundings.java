package energy.registry.web.adapter.page;

import energy.registry.web.adapter.view.Page;
import energy.registry.web.application.office.ReadNews;
import energy.registry.web.port.CurrentActor;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;

/** Adds to each page what does not depend on it: the word on what was just done, and whether there is news. */
@Provider
public class PageSurroundings implements ContainerResponseFilter {
    @Inject
    private Flash flash;

    @Inject
    private ReadNews news;

    @Inject
    private CurrentActor current;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof Page page) {
            Page fuller = page.with("unread", news.unread(current.get()));
            response.setEntity(
                    flash.take().map(notice -> fuller.with("notice", notice)).orElse(fuller));
        }
    }
}
