package energy.registry.web.adapter.view;

import energy.registry.web.port.CurrentActor;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.regex.Pattern;

/** Going in and out: {@code GET /login} is protected, so that reaching it means being signed in; {@code POST /logout} ends both sessions. */
@Path("/")
public class SignInOut {
    private static final Pattern PLACE = Pattern.compile("/app(/[A-Za-z0-9_.:~%-]+)*/?");

    @Inject
    private CurrentActor actor;

    @Context
    private HttpServletRequest request;

    @GET
    @Path("login")
    public Response signIn(@QueryParam("to") String to) {
        return Response.seeOther(URI.create(ours(to) ? to : "/app")).build();
    }

    /** A place of this site, so that a link to the login page cannot send people elsewhere. */
    private static boolean ours(String to) {
        return to != null && PLACE.matcher(to).matches();
    }

    @POST
    @Path("logout")
    public Response signOut() throws ServletException {
        URI goodbye = actor.signOutAt();
        request.logout();
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        return Response.seeOther(goodbye).build();
    }
}
