package energy.registry.web.adapter.page.office;

import energy.registry.web.adapter.page.Flash;
import energy.registry.web.application.office.KeepDocuments;
import energy.registry.web.model.AccessDenied;
import energy.registry.web.model.Outcome;
import energy.registry.web.model.Refusal;
import energy.registry.web.model.office.Document;
import energy.registry.web.port.CurrentActor;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one way in for files of forms: {@code POST /app/files/registrations/{id}}. A servlet, because only its container
 * bounds a multipart body before reading it. Answers by sending the browser back with a word on what came of it.
 */
@WebServlet("/app/files/registrations/*")
@MultipartConfig(
        maxFileSize = Document.BYTES_MAX,
        maxRequestSize = Document.BYTES_MAX + 65_536, // the form's other fields
        fileSizeThreshold = Document.BYTES_MAX)
public final class FileDoor extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Pattern CASE = Pattern.compile("/([0-9a-f]{64})");

    @Inject
    private transient CurrentActor current;

    @Inject
    private transient KeepDocuments documents;

    @Inject
    private transient Flash flash;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        Matcher address = CASE.matcher(String.valueOf(request.getPathInfo()));
        if (!address.matches()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        String id = address.group(1);
        Part part = request.getPart("file");
        if (part == null
                || part.getSubmittedFileName() == null
                || part.getSubmittedFileName().isEmpty()) {
            flash.say("bad", "No file was chosen", "Choose a PDF, PNG or JPEG of at most 8 MiB.");
        } else {
            say(add(request, id, part));
        }
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", "/app/my/registrations/" + id + "/documents");
    }

    private Outcome<Document> add(HttpServletRequest request, String id, Part part) throws IOException {
        try {
            byte[] content = part.getInputStream().readNBytes(Document.BYTES_MAX + 1);
            return documents.add(
                    current.get(),
                    id,
                    String.valueOf(request.getParameter("purpose")),
                    part.getSubmittedFileName(),
                    content);
        } catch (AccessDenied denied) {
            return Outcome.refused(Refusal.forbidden(denied.getMessage()));
        }
    }

    private void say(Outcome<Document> outcome) {
        outcome.result()
                .ifPresent(document ->
                        flash.say("good", document.name() + " is kept", "Its SHA-256 is " + document.sha256() + "."));
        outcome.whyNot().ifPresent(refusal -> flash.say("bad", "The file was not taken", refusal.detail()));
    }
}
