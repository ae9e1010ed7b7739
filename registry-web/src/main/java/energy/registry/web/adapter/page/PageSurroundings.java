package energy.registry.web.adapter.page;

import energy.registry.web.adapter.page.display.Display;
import energy.registry.web.adapter.page.display.Worded;
import energy.registry.web.adapter.page.view.Notice;
import energy.registry.web.adapter.view.Page;
import energy.registry.web.application.office.KeepSettings;
import energy.registry.web.application.office.ReadNews;
import energy.registry.web.model.PersonalSettings;
import energy.registry.web.port.CurrentActor;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;
import java.util.Set;

/** Adds to each page what does not depend on it: language and zone, the word on what was just done, and the news. */
@Provider
public class PageSurroundings implements ContainerResponseFilter {
    /** Pages whose content stands in the message bundles; the others' content is English. */
    static final Set<String> TRANSLATED = Set.of(
            "accounts",
            "approvals",
            "audit",
            "balance",
            "basket",
            "beneficiaries",
            "bought",
            "bulk",
            "bulk-match",
            "buy",
            "certificate",
            "certificates",
            "dashboard",
            "desk",
            "device",
            "devices",
            "error",
            "held",
            "holdings",
            "home",
            "interval",
            "market",
            "my-devices",
            "offer",
            "offer-gone",
            "office/account",
            "office/act",
            "office/activity",
            "office/attestations",
            "office/device-desk",
            "office/device-review",
            "office/fees",
            "office/findings",
            "office/freezes",
            "office/join",
            "office/join-link",
            "office/keys",
            "office/news",
            "office/organisation",
            "office/organisation-desk",
            "office/organisation-review",
            "office/production",
            "office/proposal",
            "office/proposals",
            "office/quarantine",
            "office/registration",
            "office/registration-step",
            "office/registrations",
            "office/rules",
            "office/settings",
            "office/upload",
            "office/upload-parts",
            "office/uploads",
            "office/webhooks",
            "order",
            "pending",
            "readings",
            "report",
            "retire",
            "retirement",
            "retirements",
            "search",
            "transaction",
            "transfer-new",
            "transfers",
            "verify");

    @Inject
    private Flash flash;

    @Inject
    private ReadNews news;

    @Inject
    private KeepSettings settingsOf;

    @Inject
    private CurrentActor current;

    /** What the person chose, or else what the browser asks for first. */
    private static String language(PersonalSettings settings, ContainerRequestContext request) {
        if (!settings.language().isEmpty()) {
            return settings.language();
        }
        String first = request.getAcceptableLanguages().stream()
                .map(Locale::getLanguage)
                .findFirst()
                .orElse("en");
        return first.equals("de") ? "de" : "en";
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof Page page) {
            PersonalSettings settings = settingsOf.of(current.get());
            String language = language(settings, request);
            boolean translated = TRANSLATED.contains(page.view());
            Display say = Display.in(settings.zone(), translated ? Locale.forLanguageTag(language) : Locale.ENGLISH);
            Page fuller = page.each(value -> Worded.said(value, say))
                    .with("unread", news.unread(current.get()))
                    .with("fmt", say)
                    .with("lang", language)
                    .with("translated", translated);
            response.setEntity(
                    flash.take().map(notice -> noticed(fuller, notice, say)).orElse(fuller));
        }
    }

    /** What was just done, in the reader's language if the bundle has it, and otherwise marked as English. */
    private static Page noticed(Page page, Notice notice, Display say) {
        boolean known = say.foreign(notice.title()) == null && say.foreign(notice.text()) == null;
        Notice said =
                known ? new Notice(notice.tone(), say.sentence(notice.title()), say.sentence(notice.text())) : notice;
        return page.with("notice", said).with("noticeLanguage", known ? null : say.english());
    }
}
