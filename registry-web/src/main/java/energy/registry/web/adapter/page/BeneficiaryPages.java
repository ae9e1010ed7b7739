package energy.registry.web.adapter.page;

import energy.registry.web.application.AddressBook;
import energy.registry.web.model.AddressBookEntry;
import energy.registry.web.model.Beneficiary;
import energy.registry.web.model.Outcome;
import energy.registry.web.port.CurrentActor;
import energy.registry.web.port.RequestIds;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Locale;

/** The address book of those for whom an organisation retires. */
@Path("/app/beneficiaries")
@Produces(MediaType.TEXT_HTML)
public class BeneficiaryPages {
    private static final String BOOK = "/app/beneficiaries";

    @Inject
    CurrentActor current;

    @Inject
    RequestIds requestIds;

    @Inject
    AddressBook book;

    @GET
    public Response list(@QueryParam("done") String done) {
        return shown(new FormReading(new MultivaluedHashMap<>()), done, 200);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response add(MultivaluedMap<String, String> sent) {
        FormReading form = new FormReading(sent);
        Beneficiary beneficiary = new Beneficiary(
                form.text("beneficiaryName"),
                form.text("beneficiaryId"),
                form.text("beneficiaryCountry").toUpperCase(Locale.ROOT),
                form.text("beneficiaryLocation"));
        Outcome<AddressBookEntry> outcome = book.add(current.get(), beneficiary);
        if (outcome.isDone()) {
            return Pages.seeOther(BOOK);
        }
        outcome.whyNot().ifPresent(refusal -> form.refused(refusal, RetirePages.FIELDS));
        return shown(form, null, 422);
    }

    @POST
    @Path("remove")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response remove(MultivaluedMap<String, String> sent) {
        Outcome<String> outcome = book.remove(current.get(), new FormReading(sent).text("beneficiary"));
        return outcome.isDone() ? Pages.seeOther(BOOK + "?done=removed") : Refused.page(outcome);
    }

    private Response shown(FormReading form, String done, int status) {
        return Pages.status(
                status,
                Pages.announced(
                        Pages.page("beneficiaries")
                                .with("book", book.list(current.get()))
                                .with("form", form.state())
                                .with("requestId", requestIds.fresh()),
                        done));
    }
}
