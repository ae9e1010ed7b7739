package energy.registry.web.adapter.page.view;

/** Something the person may want to do next. */
public record Task(String href, String title, String text) {}
