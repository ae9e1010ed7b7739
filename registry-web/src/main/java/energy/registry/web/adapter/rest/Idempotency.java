package energy.registry.web.adapter.rest;

import energy.registry.web.model.Actor;
import energy.registry.web.model.KeptReply;
import energy.registry.web.port.CurrentActor;
import energy.registry.web.port.KeptReplies;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Every changing request of the API carries a key of its caller's choice. The same request with the same key again is answered as the
 * first time and carried out once; another request with that key is refused. Only what was carried out is kept: a refused request may
 * be put right and sent again under its key.
 */
@Provider
@Priority(Priorities.AUTHORIZATION)
public class Idempotency implements ContainerRequestFilter, ContainerResponseFilter, WriterInterceptor {
    static final String HEADER = "Idempotency-Key";
    private static final String CLAIMED = Idempotency.class.getName() + ".key";
    private static final String STATUS = Idempotency.class.getName() + ".status";
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

    @Inject
    private CurrentActor actor;

    @Inject
    private KeptReplies replies;

    @Context
    private ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        if (SAFE.contains(request.getMethod()) || changesNothing()) {
            return;
        }
        String key = request.getHeaderString(HEADER);
        if (key == null || !KEY.matcher(key).matches()) {
            request.abortWith(Problems.of(
                    400,
                    "idempotency-key-missing",
                    "A key is missing",
                    "Send the header Idempotency-Key: 1 to 64 letters, digits or . _ : - of your choice, another one for each"
                            + " change."));
            return;
        }
        KeptReply known = replies.claim(actor.get(), key, fingerprint(request));
        switch (known.state()) {
            case FRESH -> request.setProperty(CLAIMED, key);
            case ANSWERED -> request.abortWith(again(known));
            case UNDER_WAY ->
                request.abortWith(Problems.retry(
                        409,
                        "idempotency-key-under-way",
                        "The same request is under way",
                        "Send it again in a moment; it is carried out once."));
            default ->
                request.abortWith(Problems.of(
                        422,
                        "idempotency-key-reused",
                        "This key belongs to another request",
                        "Choose a fresh Idempotency-Key for each change."));
        }
    }

    /** Whoever has no login has no keys of their own; what only asks needs none. */
    private boolean changesNothing() {
        return resource.getResourceMethod() == null
                || resource.getResourceMethod().isAnnotationPresent(Open.class)
                || resource.getResourceMethod().isAnnotationPresent(Asks.class);
    }

    private static Response again(KeptReply known) {
        Response.ResponseBuilder response = Response.status(known.status()).header("Idempotency-Replayed", "true");
        return known.body().length == 0
                ? response.build()
                : response.type(known.mediaType()).entity(known.body()).build();
    }

    /** Method, address and body: what makes a request the same. The body is read here and handed on. */
    private static String fingerprint(ContainerRequestContext request) throws IOException {
        byte[] body = request.getEntityStream().readAllBytes(); // the server bounds a body before it is read
        request.setEntityStream(new ByteArrayInputStream(body));
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String line = request.getMethod()
                    + ' '
                    + request.getUriInfo().getRequestUri().getRawSchemeSpecificPart()
                    + '\n';
            digest.update(line.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(body));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("Every Java platform has SHA-256", absent);
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(CLAIMED) instanceof String key) {
            if (response.getStatus() / 100 != 2) {
                request.removeProperty(CLAIMED);
                replies.forget(actor.get(), key);
            } else if (response.hasEntity()) {
                request.setProperty(STATUS, response.getStatus());
            } else {
                replies.keep(actor.get(), key, KeptReply.answered(response.getStatus(), "", new byte[0]));
            }
        }
    }

    @Override
    public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
        if (!(context.getProperty(CLAIMED) instanceof String key)
                || !(context.getProperty(STATUS) instanceof Integer status)) {
            context.proceed();
            return;
        }
        Actor caller = actor.get();
        OutputStream out = context.getOutputStream();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        context.setOutputStream(body);
        context.proceed();
        if (body.size() <= KeptReply.BODY_BYTES_MAX) {
            String mediaType = String.valueOf(context.getMediaType());
            replies.keep(caller, key, KeptReply.answered(status, mediaType, body.toByteArray()));
        } else {
            replies.forget(caller, key); // too long to keep: the use cases themselves do nothing twice
        }
        body.writeTo(out);
    }
}
