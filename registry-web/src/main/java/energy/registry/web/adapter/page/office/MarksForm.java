package energy.registry.web.adapter.page.office;

import energy.registry.web.application.office.CommissionCamera.Marks;
import energy.registry.web.application.office.CommissionCamera.Point;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The marks on a picture as the form sends them; what cannot be read is a mark outside every picture. */
final class MarksForm {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,5}");
    private static final int UNREADABLE = -1;

    private MarksForm() {}

    static Marks read(HttpServletRequest request) {
        Point hub = new Point(number(request.getParameter("hubX")), number(request.getParameter("hubY")));
        return new Marks(
                number(request.getParameter("width")),
                number(request.getParameter("height")),
                hub,
                number(request.getParameter("radius")),
                number(request.getParameter("blades")),
                polygon(request.getParameter("polygon")));
    }

    private static List<Point> polygon(String text) {
        List<Point> corners = new ArrayList<>();
        if (text != null && !text.isBlank()) {
            for (String pair : text.strip().split("\\s+")) {
                String[] both = pair.split(",", 2);
                corners.add(new Point(number(both[0]), number(both.length > 1 ? both[1] : "")));
            }
        }
        return corners;
    }

    private static int number(String text) {
        return text != null && NUMBER.matcher(text.strip()).matches() ? Integer.parseInt(text.strip()) : UNREADABLE;
    }
}
