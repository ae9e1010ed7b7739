package energy.registry.web.application.office;

import static org.assertj.core.api.Assertions.assertThat;

import energy.registry.web.model.Actor;
import energy.registry.web.model.PersonalSettings;
import energy.registry.web.model.PersonalSettings.Mail;
import energy.registry.web.model.Role;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** One person's own settings. */
final class KeepSettingsTest {
    private static final Actor GRETA = new Actor("greta", "windpark-nord", Set.of(Role.GENERATOR));
    private static final Actor GERD = new Actor("gerd", "windpark-nord", Set.of(Role.GENERATOR));

    private final MemoryOffice office = new MemoryOffice();
    private final KeepSettings settings = new KeepSettings(office.cases, office.clock);

    @Test
    void areKeptForOnePersonAloneAndChangeAgain() {
        PersonalSettings german = new PersonalSettings("de", "Europe/Berlin", Mail.IMPORTANT);
        assertThat(settings.of(GRETA)).isEqualTo(PersonalSettings.DEFAULT);
        assertThat(settings.change(GRETA, german).isDone()).isTrue();
        assertThat(settings.of(GRETA)).isEqualTo(german);
        assertThat(settings.of(GERD)).isEqualTo(PersonalSettings.DEFAULT);
        assertThat(settings.change(GRETA, new PersonalSettings("", "UTC", Mail.NONE))
                        .isDone())
                .isTrue();
        assertThat(settings.of(GRETA).mail()).isEqualTo(Mail.NONE);
    }

    @Test
    void whatCannotBeUsedIsNamedWithItsRemedy() {
        assertThat(settings.change(GRETA, new PersonalSettings("en", "Europe/Nowhere", Mail.ALL))
                        .whyNot()
                        .orElseThrow())
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo("zone"))
                .satisfies(refusal -> assertThat(refusal.detail()).contains("Europe/Berlin"));
        assertThat(settings.change(GRETA, new PersonalSettings("xx", "UTC", Mail.ALL))
                        .whyNot()
                        .orElseThrow()
                        .field())
                .isEqualTo("language");
    }

    @Test
    void onlyWhatWaitsOrWentWrongIsSentToThoseWhoWantNoMore() {
        assertThat(Mail.IMPORTANT.sends("hold")).isTrue();
        assertThat(Mail.IMPORTANT.sends("good")).isFalse();
        assertThat(Mail.ALL.sends("good")).isTrue();
        assertThat(Mail.NONE.sends("bad")).isFalse();
    }
}
