package energy.registry.web.adapter.rest;

import energy.registry.web.application.RetirementQueries;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;

/** Answers about statements, the same signed in or not: the number is the key. */
final class Statements {
    private Statements() {}

    static Response pdf(RetirementQueries retirements, String statementNo, String language) {
        byte[] pdf =
                retirements.pdf(statementNo, language == null ? "" : language).orElseThrow(NotFoundException::new);
        return Response.ok(pdf, "application/pdf")
                .header("Content-Disposition", "inline; filename=\"" + statementNo + ".pdf\"")
                .build();
    }

    static Response provenance(RetirementQueries retirements, String statementNo, String certificateId) {
        return Problems.answer(retirements.bundle(statementNo, certificateId), json -> Response.ok(json)
                .header("Content-Disposition", "inline; filename=\"" + statementNo + ".json\"")
                .build());
    }
}
