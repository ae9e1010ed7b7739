package energy.registry.web.adapter.view;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A page: template {@code WEB-INF/templates/<view>.html} with its model. Templates also get {@code actor}, {@code csrf}, {@code path} and
 * {@code now}. A fragment other than "" renders only that Thymeleaf selector.
 */
public record Page(String view, Map<String, Object> model, String fragment) {
    public Page {
        model = new LinkedHashMap<>(model); // Map.copyOf refuses null, which a template may well show as nothing
    }

    public static Page of(String view) {
        return new Page(view, Map.of(), "");
    }

    public static Page of(String view, Map<String, Object> model) {
        return new Page(view, model, "");
    }

    public Page with(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(model);
        more.put(name, value);
        return new Page(view, more, fragment);
    }

    /** The page with each value of its model changed. */
    public Page each(UnaryOperator<Object> change) {
        Map<String, Object> changed = new LinkedHashMap<>(model);
        changed.replaceAll((name, value) -> change.apply(value));
        return new Page(view, changed, fragment);
    }

    /** Only this part of the page. */
    public Page only(String selector) {
        return new Page(view, model, selector);
    }
}
