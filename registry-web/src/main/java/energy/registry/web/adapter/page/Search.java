package energy.registry.web.adapter.page;

import energy.registry.web.adapter.page.display.Worded;
import energy.registry.web.adapter.page.view.Hit;
import energy.registry.web.adapter.page.view.Told;
import energy.registry.web.application.AccountQueries;
import energy.registry.web.application.CertificateQueries;
import energy.registry.web.application.DeviceQueries;
import energy.registry.web.application.HistoryQueries;
import energy.registry.web.application.RetirementQueries;
import energy.registry.web.model.AccountRow;
import energy.registry.web.model.Actor;
import energy.registry.web.model.CertificateRow;
import energy.registry.web.model.DeviceFilter;
import energy.registry.web.model.DeviceRow;
import energy.registry.web.model.HistoryEntry;
import energy.registry.web.model.RetirementRow;
import energy.registry.web.model.Window;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** One box for every kind of id; what an id looks like decides where it is looked for. */
@RequestScoped
class Search {
    private static final int DEVICES_MAX = 10;
    private static final int EVENTS_MAX = 20;
    private static final Pattern TRANSACTION = Pattern.compile("[0-9A-Fa-f]{64}");

    @Inject
    CertificateQueries certificates;

    @Inject
    RetirementQueries retirements;

    @Inject
    DeviceQueries devices;

    @Inject
    AccountQueries accounts;

    @Inject
    HistoryQueries history;

    Worded<List<Hit>> find(Actor actor, String words) {
        List<Worded<Hit>> hits = new ArrayList<>();
        if (words.isEmpty()) {
            return say -> List.of();
        }
        certificates.find(actor, words).map(Search::hit).ifPresent(hits::add);
        retirements.find(StatementNumber.normal(words)).map(Search::hit).ifPresent(hits::add);
        accounts.find(actor, words).map(Search::hit).ifPresent(hits::add);
        DeviceFilter filter = new DeviceFilter("", "", "", words);
        devices.directory(filter, Window.first(DEVICES_MAX)).items().stream()
                .map(Search::hit)
                .forEach(hits::add);
        if (TRANSACTION.matcher(words).matches()) {
            history.ofTransaction(actor, words).stream()
                    .limit(EVENTS_MAX)
                    .map(Search::hit)
                    .forEach(hits::add);
        }
        return say -> hits.stream().map(hit -> hit.in(say)).toList();
    }

    private static Worded<Hit> hit(CertificateRow row) {
        return say -> new Hit(
                say.word("certificate.title"),
                row.certificateId(),
                row.deviceName() + ", " + say.energy(row.quantityWh()) + ", " + say.say(row.status()),
                "/app/certificates/" + row.certificateId(),
                null);
    }

    private static Worded<Hit> hit(RetirementRow row) {
        return say -> new Hit(
                say.word("statement.number"),
                row.statementNo(),
                say.word(
                        "search.energy-for",
                        say.energy(row.quantityWh()),
                        row.beneficiary().name()),
                "/app/statements/" + row.statementNo(),
                null);
    }

    private static Worded<Hit> hit(AccountRow row) {
        String path = "/app/registry/certificates?status=&owner=" + row.accountId();
        return say -> new Hit(say.word("code.ACCOUNT"), row.name(), row.accountId(), path, null);
    }

    private static Worded<Hit> hit(DeviceRow row) {
        String text = row.deviceId() + ", " + row.ownerName();
        return say ->
                new Hit(say.word("statement.device"), row.name(), text, "/app/my/devices/" + row.deviceId(), null);
    }

    private static Worded<Hit> hit(HistoryEntry entry) {
        return say -> {
            Told told = EventWords.in(entry, say);
            return new Hit(
                    say.word("statement.transaction"),
                    told.sentence(),
                    say.time(entry.at()),
                    "/app/transactions/" + entry.txId(),
                    told.language());
        };
    }
}
