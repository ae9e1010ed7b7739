package energy.registry.web.model;

import java.util.List;

/**
 * One retirement of a bulk. {@code sent} are the items the ledger was asked for, fixed before it was asked the first time; status is
 * PLANNED, SENT, DONE or REFUSED.
 */
public record BulkBatch(
        int position, List<BulkPiece> pieces, List<LotItem> sent, String status, String statementNo, String detail) {
    public static BulkBatch planned(int position, List<BulkPiece> pieces) {
        return new BulkBatch(position, List.copyOf(pieces), List.of(), "PLANNED", "", "");
    }

    public boolean over() {
        return status.equals("DONE") || status.equals("REFUSED");
    }

    public long quantityWh() {
        return pieces.stream().mapToLong(BulkPiece::quantityWh).sum();
    }
}
