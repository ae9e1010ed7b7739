package energy.registry.web.adapter.page;

import energy.registry.web.application.CertificateQueries;
import energy.registry.web.application.TransferCertificates;
import energy.registry.web.model.Actor;
import energy.registry.web.model.CertificateRow;
import energy.registry.web.model.LotItem;
import energy.registry.web.model.Outcome;
import energy.registry.web.model.TransferDone;
import energy.registry.web.model.TransferEnd;
import energy.registry.web.model.TransferRequest;
import energy.registry.web.model.TransferRow;
import energy.registry.web.model.Window;
import energy.registry.web.port.CurrentActor;
import energy.registry.web.port.RequestIds;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Handing certificates over to another account: proposed, then accepted, rejected or recalled. */
@Path("/app/transfers")
@Produces(MediaType.TEXT_HTML)
public class TransferPages {
    private static final Map<String, String> FIELDS =
            Map.of("receiver", "receiver", "until", "hours", "reference", "reference");
    private static final List<String> HOURS = List.of("24", "48", "72");

    @Inject
    CurrentActor current;

    @Inject
    RequestIds requestIds;

    @Inject
    Clock clock;

    @Inject
    TransferCertificates transfers;

    @Inject
    CertificateQueries certificates;

    @GET
    public Response list(@QueryParam("after") String after, @QueryParam("done") String done) {
        return shown(after, done, "", 200);
    }

    private Response shown(String after, String done, String wrong, int status) {
        Actor actor = current.get();
        var slice = transfers.list(actor, Window.of(after));
        List<TransferRow> waiting = slice.items().stream()
                .filter(row -> row.pending() && actor.belongsTo(row.receiver()))
                .toList();
        return Pages.status(
                status,
                Pages.announced(
                        Pages.page("transfers")
                                .with("transfers", slice)
                                .with("waiting", waiting)
                                .with("wrong", wrong)
                                .with("requestId", requestIds.fresh()),
                        done));
    }

    @GET
    @Path("new")
    public Response form(@QueryParam("id") List<String> ids, @QueryParam("to") String receiver) {
        MultivaluedMap<String, String> suggested = new MultivaluedHashMap<>();
        suggested.putSingle("receiver", receiver == null ? "" : receiver);
        suggested.putSingle("hours", "72");
        suggested.putSingle("requestId", requestIds.fresh());
        List<CertificateRow> chosen = mine(ids);
        return chosen.isEmpty() ? Pages.seeOther("/app/transfers") : proposal(chosen, new FormReading(suggested), 200);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response propose(MultivaluedMap<String, String> sent) {
        FormReading form = new FormReading(sent);
        List<CertificateRow> chosen = mine(BasketPages.values(sent, "id"));
        long hours = HOURS.contains(form.text("hours")) ? Long.parseLong(form.text("hours")) : 0;
        TransferRequest request = new TransferRequest(
                form.text("requestId"),
                chosen.stream()
                        .map(row -> new LotItem(row.certificateId(), row.quantityWh()))
                        .toList(),
                form.needText("receiver", "remedy.receiver"),
                clock.instant().plus(Duration.ofHours(hours)).minusSeconds(60), // the ledger's clock may be behind
                form.text("reference"));
        if (form.valid()) {
            Outcome<TransferDone> outcome = transfers.propose(current.get(), request);
            if (outcome.isDone()) {
                return Pages.seeOther("/app/transfers?done=proposed");
            }
            outcome.whyNot().ifPresent(refusal -> form.refused(refusal, FIELDS));
        }
        return proposal(chosen, form, 422);
    }

    @POST
    @Path("{id}/{end}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response end(@PathParam("id") String id, @PathParam("end") String end, MultivaluedMap<String, String> sent) {
        FormReading form = new FormReading(sent);
        TransferEnd how = Arrays.stream(TransferEnd.values())
                .filter(each -> each.path().equals(end))
                .findFirst()
                .orElseThrow(NotFoundException::new);
        Outcome<String> outcome = transfers.end(current.get(), form.text("requestId"), id, how, form.text("reason"));
        return outcome.isDone()
                ? Pages.seeOther("/app/transfers?done=" + how.name().toLowerCase(Locale.ROOT))
                : shown("", null, outcome.whyNot().orElseThrow().detail(), 422);
    }

    private List<CertificateRow> mine(List<String> ids) {
        return ids.stream()
                .distinct()
                .map(id -> certificates.find(current.get(), id))
                .flatMap(Optional::stream)
                .filter(row -> current.get().belongsTo(row.owner()))
                .toList();
    }

    private static Response proposal(List<CertificateRow> chosen, FormReading form, int status) {
        return Pages.status(
                status,
                Pages.page("transfer-new")
                        .with("chosen", chosen)
                        .with("hours", HOURS)
                        .with(
                                "totalWh",
                                chosen.stream()
                                        .mapToLong(CertificateRow::quantityWh)
                                        .sum())
                        .with("form", form.state())
                        .with("requestId", form.text("requestId")));
    }
}
