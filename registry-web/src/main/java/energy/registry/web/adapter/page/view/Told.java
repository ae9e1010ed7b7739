package energy.registry.web.adapter.page.view;

import energy.registry.web.model.HistoryEntry;

/** An event in one sentence; the language is null but where the sentence is not in the page's. */
public record Told(HistoryEntry entry, String sentence, String language) {}
