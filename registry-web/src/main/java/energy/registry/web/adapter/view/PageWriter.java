package energy.registry.web.adapter.view;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes a {@link Page} as HTML. The page is rendered whole before its first byte leaves, so that an error is never half a page. */
@Provider
@Produces(MediaType.TEXT_HTML)
public class PageWriter implements MessageBodyWriter<Page> {
    private static final Logger LOG = LoggerFactory.getLogger(PageWriter.class);

    /** What is left to say when even the frame of all pages cannot be drawn. */
    private static final String WITHOUT_TEMPLATES =
            """
            <!DOCTYPE html>
            <html lang="en"><head><title>Error 500</title></head>
            <body><h1>Something broke on our side</h1>
            <p>Nothing you did is at fault, and nothing is done twice. Try again in a minute.</p></body></html>
            """;

    @Inject
    Templates templates;

    @Inject
    PageContext surroundings;

    @Context
    HttpServletRequest request;

    @Context
    HttpServletResponse response;

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type == Page.class;
    }

    @Override
    public void writeTo(
            Page page,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        String html = whole(page);
        headers.putSingle("Content-Type", "text/html;charset=UTF-8");
        headers.putSingle("Cache-Control", "no-store");
        out.write(html.getBytes(StandardCharsets.UTF_8));
    }

    /** A template that fails has written nothing: the status can still say so, and no inner word leaves with it. */
    private String whole(Page page) {
        try {
            return rendered(page);
        } catch (RuntimeException failed) {
            LOG.error("Template {} failed for {}", page.view(), request.getRequestURI(), failed);
        }
        response.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        try {
            return rendered(
                    Page.of("error", Map.of("status", HttpServletResponse.SC_INTERNAL_SERVER_ERROR, "detail", "")));
        } catch (RuntimeException theFrameOfAllPages) {
            return WITHOUT_TEMPLATES;
        }
    }

    private String rendered(Page page) {
        StringWriter html = new StringWriter();
        templates.render(page, surroundings, request, response, html);
        return html.toString();
    }
}
