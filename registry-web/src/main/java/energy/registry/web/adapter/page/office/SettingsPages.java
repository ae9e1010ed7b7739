package energy.registry.web.adapter.page.office;

import energy.registry.web.adapter.page.Flash;
import energy.registry.web.adapter.page.Pages;
import energy.registry.web.adapter.page.view.FormState;
import energy.registry.web.application.office.KeepSettings;
import energy.registry.web.model.Outcome;
import energy.registry.web.model.PersonalSettings;
import energy.registry.web.model.office.Field;
import energy.registry.web.port.CurrentActor;
import energy.registry.web.port.RequestIds;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** One's own language, zone of display, and e-mail. */
@Path("/app/settings")
@Produces(MediaType.TEXT_HTML)
public class SettingsPages {
    /** Offered in the list; any other name of the zone database may be typed. */
    private static final List<String> ZONES =
            List.of("UTC", "Europe/Berlin", "Europe/London", "Europe/Helsinki", "America/New_York", "Asia/Tokyo");

    private static final List<Field> FIELDS = List.of(
            Field.line("language", "Language", ""), Field.line("zone", "Zone", ""), Field.line("mail", "Mail", ""));

    @Inject
    CurrentActor current;

    @Inject
    RequestIds requestIds;

    @Inject
    KeepSettings settings;

    @Inject
    Flash flash;

    @GET
    public Response look() {
        PersonalSettings now = settings.of(current.get());
        Map<String, String> values = Map.of(
                "language",
                now.language(),
                "zone",
                now.zone(),
                "mail",
                now.mail().name());
        return shown(new FormState(values, Map.of()), 200);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(MultivaluedMap<String, String> sent) {
        Map<String, String> values = Forms.values(sent);
        PersonalSettings.Mail mail = Arrays.stream(PersonalSettings.Mail.values())
                .filter(each -> each.name().equals(values.get("mail")))
                .findFirst()
                .orElse(null);
        PersonalSettings wanted = new PersonalSettings(
                values.getOrDefault("language", ""),
                values.getOrDefault("zone", "").strip(),
                mail);
        Outcome<PersonalSettings> outcome = settings.change(current.get(), wanted);
        if (outcome.isDone()) {
            flash.say("good", "Saved", "Your pages look so from now on, on every machine you sign in from.");
            return Pages.seeOther("/app/settings");
        }
        return shown(Forms.refused(values, outcome, FIELDS), 422);
    }

    private Response shown(FormState form, int status) {
        return Pages.status(
                status,
                Pages.page("office/settings")
                        .with("form", form)
                        .with("zones", ZONES)
                        .with("requestId", requestIds.fresh()));
    }
}
