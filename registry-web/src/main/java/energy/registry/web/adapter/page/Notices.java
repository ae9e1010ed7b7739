package energy.registry.web.adapter.page;

import energy.registry.web.adapter.page.view.Notice;
import java.util.Map;

/** A word on what was done just before, by the code in the address. */
final class Notices {
    private static final Map<String, Notice> DONE = Map.ofEntries(
            done(
                    "bought",
                    "Bought",
                    "The certificates are yours, and the seller has been paid. "
                            + "Retire them now to claim the energy, or keep them for later."),
            done(
                    "added",
                    "In your basket",
                    "Nothing is bought yet. Add more, or open the basket and buy all of it at once."),
            done(
                    "offered",
                    "For sale",
                    "Your offer stands on the market. You can take it back at any time before it is bought."),
            done("cancelled", "Taken back", "The certificate is no longer for sale. It stays yours."),
            done("released", "Released", "The claim goes to the ledger now; the certificate appears in a moment."),
            done("rejected", "Rejected", "No certificate is issued for that interval. The generator sees your reason."),
            done(
                    "proposed",
                    "Transfer proposed",
                    "The certificates wait for the receiver's answer. Until then you can recall them."),
            done("accept", "Accepted", "The certificates are yours."),
            done("reject", "Rejected", "The certificates stay with the sender, who sees your reason."),
            done("limits", "Changed", "The limits hold from now on."),
            done("decided", "Decided", "Your colleague sees what came of it."),
            Map.entry(
                    "waiting",
                    new Notice(
                            "hold",
                            "It waits for a second person",
                            "Your organisation wants two people for this. Nothing has happened yet: it is carried out as"
                                    + " soon as a colleague agrees here.")),
            done("recall", "Recalled", "The certificates are yours again."),
            done(
                    "removed",
                    "Removed",
                    "It is no longer in your address book. Statements that name it stay as they are."));

    private Notices() {}

    private static Map.Entry<String, Notice> done(String code, String title, String text) {
        return Map.entry(code, new Notice("good", title, text));
    }

    /** Null for a code nobody knows. */
    static Notice of(String code) {
        return DONE.get(code);
    }
}
