package energy.registry.ingest.adapter.persistence;

import energy.registry.ingest.claim.Reason;
import energy.registry.ingest.claim.ReasonCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Adds the ledger's rule to the reasons of an interval whose claim it refused. */
final class LedgerReason {
    private LedgerReason() {}

    static List<Reason> added(ResultSet row, List<Reason> reasons) throws SQLException {
        String rule = row.getString("rule");
        if (rule == null || !"REFUSED".equals(row.getString("status"))) {
            return reasons;
        }
        List<Reason> all = new ArrayList<>(reasons);
        all.add(new Reason(rule, row.getString("detail"), ReasonCode.LEDGER_REFUSED.remedy()));
        return all;
    }
}
