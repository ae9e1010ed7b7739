package energy.registry.web.adapter.rest;

import energy.registry.web.model.ReportAsk;
import jakarta.ws.rs.QueryParam;
import java.util.List;

/** Which retirements a report is over, and what the reporting company adds. */
public class ReportQuery {
    @QueryParam("no")
    private List<String> statements;

    @QueryParam("from")
    private String from;

    @QueryParam("until")
    private String until;

    @QueryParam("beneficiary")
    private String beneficiary;

    @QueryParam("consumptionWh")
    private long consumptionWh;

    @QueryParam("gridGramsPerKwh")
    private long gridGramsPerKwh;

    @QueryParam("residualGramsPerKwh")
    private long residualGramsPerKwh;

    ReportAsk ask() {
        return new ReportAsk(
                statements,
                Ask.instant(from),
                Ask.instant(until),
                beneficiary,
                Math.max(0, consumptionWh),
                Math.max(0, gridGramsPerKwh),
                Math.max(0, residualGramsPerKwh));
    }
}
