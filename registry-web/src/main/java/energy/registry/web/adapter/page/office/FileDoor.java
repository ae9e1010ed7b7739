package energy.registry.web.adapter.page.office;

import energy.registry.web.adapter.page.Flash;
import energy.registry.web.application.office.CommissionCamera;
import energy.registry.web.application.office.KeepDocuments;
import energy.registry.web.application.office.SendReadings;
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
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one way in for files of forms: {@code POST /app/files/registrations/{id}} and {@code POST /app/files/readings}. A
 * servlet, because only its container bounds a multipart body before reading it. Answers by sending the browser on with
 * a word on what came of it.
 */
@WebServlet("/app/files/*")
@MultipartConfig(
        maxFileSize = Document.BYTES_MAX,
        maxRequestSize = Document.BYTES_MAX + 65_536, // the form's other fields
        fileSizeThreshold = Document.BYTES_MAX)
public final class FileDoor extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Pattern CASE = Pattern.compile("/registrations/([0-9a-f]{64})");
    private static final Pattern CAMERA = Pattern.compile("/cameras/([^/]{1,100})/([^/]{1,100})(/proposal)?");
    private static final String READINGS = "/readings";

    @Inject
    private transient CurrentActor current;

    @Inject
    private transient KeepDocuments documents;

    @Inject
    private transient SendReadings readings;

    @Inject
    private transient CommissionCamera cameras;

    @Inject
    private transient Flash flash;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        String place = String.valueOf(request.getPathInfo());
        Matcher address = CASE.matcher(place);
        if (address.matches()) {
            onTo(response, document(request, address.group(1)));
        } else if (CAMERA.matcher(place).matches()) {
            camera(request, response, CAMERA.matcher(place));
        } else if (place.equals(READINGS)) {
            onTo(response, readings(request));
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private static void onTo(HttpServletResponse response, String location) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", location);
    }

    private String document(HttpServletRequest request, String id) throws IOException, ServletException {
        String purpose = String.valueOf(request.getParameter("purpose"));
        Outcome<Document> kept = file(request, (name, bytes) -> documents.add(current.get(), id, purpose, name, bytes));
        kept.result()
                .ifPresent(paper ->
                        flash.say("good", paper.name() + " is kept", "Its SHA-256 is " + paper.sha256() + "."));
        kept.whyNot().ifPresent(refusal -> flash.say("bad", "The file was not taken", refusal.detail()));
        return "/app/my/registrations/" + id + "/documents";
    }

    private String readings(HttpServletRequest request) throws IOException, ServletException {
        String device = String.valueOf(request.getParameter("device"));
        String format = String.valueOf(request.getParameter("format"));
        Outcome<List<Map<String, Object>>> sent =
                file(request, (name, bytes) -> readings.send(current.get(), device, format, name, bytes));
        sent.whyNot().ifPresent(refusal -> flash.say("bad", "The file was not taken", refusal.detail()));
        return sent.result()
                .map(FileDoor::found)
                .orElse("/app/my/uploads?device=" + URLEncoder.encode(device, StandardCharsets.UTF_8));
    }

    private static String found(List<Map<String, Object>> answers) {
        List<String> ids = answers.stream()
                .map(answer -> String.valueOf(answer.get("uploadId")))
                .toList();
        return ids.size() == 1
                ? "/app/my/uploads/" + ids.get(0)
                : "/app/my/uploads/together?id=" + String.join("&id=", ids);
    }

    private void camera(HttpServletRequest request, HttpServletResponse response, Matcher place)
            throws IOException, ServletException {
        place.matches();
        String device = place.group(1);
        String camera = place.group(2);
        if (place.group(3) != null) {
            Outcome<Map<String, Object>> found =
                    file(request, (name, bytes) -> cameras.proposal(current.get(), device, camera, bytes));
            Proposals.write(response, found);
            return;
        }
        Outcome<String> kept = file(
                request,
                (name, bytes) -> cameras.keep(
                        current.get(), device, camera, MarksForm.read(request), bytes, request.getParameter("reason")));
        kept.result()
                .ifPresent(version ->
                        flash.say("good", "Version " + version + " is kept", "It counts from the next clip on."));
        kept.whyNot().ifPresent(refusal -> flash.say("bad", "That was not kept", refusal.detail()));
        onTo(response, "/app/my/devices/" + segment(device) + "/cameras/" + segment(camera));
    }

    private static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static <T> Outcome<T> file(HttpServletRequest request, BiFunction<String, byte[], Outcome<T>> use)
            throws IOException, ServletException {
        Part part = request.getPart("file");
        String name = part == null ? null : part.getSubmittedFileName();
        if (name == null || name.isEmpty()) {
            return Outcome.refused(Refusal.invalid("file", "", "No file was chosen. Choose one of at most 8 MiB."));
        }
        try {
            return use.apply(name, part.getInputStream().readNBytes(Document.BYTES_MAX + 1));
        } catch (AccessDenied denied) {
            return Outcome.refused(Refusal.forbidden(denied.getMessage()));
        }
    }
}
