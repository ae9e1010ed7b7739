package energy.registry.web.adapter.page.view;

/** A message at the head of a page; the tone is one of good, info, hold, bad. */
public record Notice(String tone, String title, String text) {}
