package energy.registry.web.adapter.page.view;

/** One thing that a search found. */
public record Hit(String kind, String title, String text, String href) {}
