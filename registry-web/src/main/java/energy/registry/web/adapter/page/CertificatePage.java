package energy.registry.web.adapter.page;

import energy.registry.web.adapter.page.display.Worded;
import energy.registry.web.adapter.view.Page;
import energy.registry.web.application.CertificateQueries;
import energy.registry.web.application.HistoryQueries;
import energy.registry.web.application.StatementQueries;
import energy.registry.web.model.Actor;
import energy.registry.web.model.CertificateRow;
import energy.registry.web.model.StatementRow;
import energy.registry.web.port.CurrentActor;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;

/** One certificate with its whole life, from the meter to the beneficiary. */
@Path("/app/certificates/{id}")
@Produces(MediaType.TEXT_HTML)
public class CertificatePage {
    private static final Worded<List<String>> NOBODY = say -> List.of();

    @Inject
    CurrentActor current;

    @Inject
    CertificateQueries certificates;

    @Inject
    StatementQueries statements;

    @Inject
    HistoryQueries history;

    @GET
    public Page certificate(@PathParam("id") String id) {
        Actor actor = current.get();
        CertificateRow certificate = certificates.find(actor, id).orElseThrow(NotFoundException::new);
        return Pages.page("certificate")
                .with("certificate", certificate)
                .with(
                        "steps",
                        CertificateLife.of(
                                certificate,
                                evidence(actor, certificate),
                                certificates.history(actor, id),
                                tx -> signers(actor, tx)));
    }

    /** A buyer may not read a generator's meter; then the life begins with the claim. */
    private Optional<StatementRow> evidence(Actor actor, CertificateRow certificate) {
        return statements
                .intervals(actor, certificate.statementDigest())
                .result()
                .flatMap(rows -> rows.stream()
                        .filter(row -> row.start().equals(certificate.start()))
                        .findFirst());
    }

    private Worded<List<String>> signers(Actor actor, String txId) {
        return actor.seesEverything()
                ? history.transaction(actor, txId)
                        .result()
                        .map(TransactionSigners::of)
                        .orElse(NOBODY)
                : NOBODY;
    }
}
