package energy.registry.web.application.office;

import energy.registry.web.application.Permission;
import energy.registry.web.model.Actor;
import energy.registry.web.model.Outcome;
import energy.registry.web.model.PersonalSettings;
import energy.registry.web.model.Refusal;
import energy.registry.web.model.office.CaseFile;
import energy.registry.web.model.office.CaseKind;
import energy.registry.web.model.office.CaseStatus;
import energy.registry.web.port.office.CaseFiles;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/** Language, zone of display and e-mail of one person. */
public final class KeepSettings {
    private static final String PREFIX = "settings:";

    private final CaseFiles cases;
    private final Clock clock;

    public KeepSettings(CaseFiles cases, Clock clock) {
        this.cases = cases;
        this.clock = clock;
    }

    public PersonalSettings of(Actor actor) {
        return actor.signedIn() ? ofUser(actor.user()) : PersonalSettings.DEFAULT;
    }

    PersonalSettings ofUser(String user) {
        return cases.find(CaseKind.PREFERENCE, PREFIX + user)
                .map(KeepSettings::read)
                .orElse(PersonalSettings.DEFAULT);
    }

    private static PersonalSettings read(CaseFile file) {
        return new PersonalSettings(
                file.value("language"), file.value("zone"), PersonalSettings.Mail.valueOf(file.value("mail")));
    }

    public Outcome<PersonalSettings> change(Actor actor, PersonalSettings wanted) {
        Permission.requireSignedIn(actor);
        Optional<Refusal> refusal = wrong(wanted);
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        String id = PREFIX + actor.user();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Map<String, String> values = Map.of(
                "language",
                wanted.language(),
                "zone",
                wanted.zone(),
                "mail",
                wanted.mail().name());
        Optional<CaseFile> known = cases.find(CaseKind.PREFERENCE, id);
        boolean kept = known.isPresent()
                ? cases.save(known.get().with(values).move(CaseStatus.OPEN, now))
                : cases.open(
                        CaseFile.open(CaseKind.PREFERENCE, id, actor.organisation(), CaseStatus.OPEN, actor.user(), now)
                                .with(values));
        return kept ? Outcome.done(wanted) : Outcome.refused(RegisterDevice.overtaken());
    }

    private static Optional<Refusal> wrong(PersonalSettings wanted) {
        if (!PersonalSettings.LANGUAGES.contains(wanted.language())) {
            return Optional.of(
                    Refusal.invalid("language", wanted.language(), "Choose one of the languages of the list."));
        }
        if (!wanted.zone().equals("UTC") && !ZoneId.getAvailableZoneIds().contains(wanted.zone())) {
            return Optional.of(Refusal.invalid(
                    "zone", wanted.zone(), "There is no such zone. Write one such as Europe/Berlin, or UTC."));
        }
        return wanted.mail() == null
                ? Optional.of(Refusal.invalid("mail", "", "Choose which news come as e-mail."))
                : Optional.empty();
    }
}
