package energy.registry.web.adapter.rest;

import energy.registry.web.port.CurrentActor;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;

/**
 * Turns visitors away from every method that is not {@link Open}, before its body is read. What a signed-in actor may do is decided in
 * the use cases; this only makes sure that a method which forgot to ask is not open to the world.
 */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class Gate implements ContainerRequestFilter {
    @Inject
    private CurrentActor actor;

    @Context
    private ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        boolean open = resource.getResourceMethod() != null
                && resource.getResourceMethod().isAnnotationPresent(Open.class);
        if (!open && !actor.get().signedIn()) {
            request.abortWith(Problems.unauthenticated());
        }
    }
}
