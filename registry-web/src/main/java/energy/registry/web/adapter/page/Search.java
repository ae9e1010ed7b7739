package energy.registry.web.adapter.page;

import energy.registry.web.adapter.page.view.Hit;
import energy.registry.web.application.AccountQueries;
import energy.registry.web.application.CertificateQueries;
import energy.registry.web.application.DeviceQueries;
import energy.registry.web.application.HistoryQueries;
import energy.registry.web.application.RetirementQueries;
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

    List<Hit> find(Actor actor, String words) {
        List<Hit> hits = new ArrayList<>();
        if (words.isEmpty()) {
            return hits;
        }
        certificates.find(actor, words).map(Search::hit).ifPresent(hits::add);
        retirements.find(StatementNumber.normal(words)).map(Search::hit).ifPresent(hits::add);
        accounts.find(actor, words)
                .map(account -> new Hit(
                        "Account",
                        account.name(),
                        account.accountId(),
                        "/app/registry/certificates?status=&owner=" + account.accountId()))
                .ifPresent(hits::add);
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
        return hits;
    }

    private static Hit hit(CertificateRow row) {
        String text = row.deviceName() + ", " + Pages.display().energy(row.quantityWh()) + ", "
                + Pages.display().say(row.status());
        return new Hit("Certificate", row.certificateId(), text, "/app/certificates/" + row.certificateId());
    }

    private static Hit hit(RetirementRow row) {
        String text = Pages.display().energy(row.quantityWh()) + " for "
                + row.beneficiary().name();
        return new Hit("Statement", row.statementNo(), text, "/app/statements/" + row.statementNo());
    }

    private static Hit hit(DeviceRow row) {
        return new Hit(
                "Device", row.name(), row.deviceId() + ", " + row.ownerName(), "/app/my/devices/" + row.deviceId());
    }

    private static Hit hit(HistoryEntry entry) {
        String path = "/app/transactions/" + entry.txId();
        return new Hit("Transaction", entry.sentence(), Pages.display().time(entry.at()), path);
    }
}
