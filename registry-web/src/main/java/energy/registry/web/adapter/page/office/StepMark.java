package energy.registry.web.adapter.page.office;

/** One step in the list beside the form; {@code state} is one of done, open, here. */
public record StepMark(String href, int number, String title, String state) {}
