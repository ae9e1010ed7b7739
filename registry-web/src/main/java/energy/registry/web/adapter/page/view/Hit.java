package energy.registry.web.adapter.page.view;

/** One thing that a search found; the language is null but where its title is a sentence that is not in the page's. */
public record Hit(String kind, String title, String text, String href, String language) {}
