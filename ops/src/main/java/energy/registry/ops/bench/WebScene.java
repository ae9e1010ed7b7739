package energy.registry.ops.bench;

import java.io.IOException;
import java.util.List;

/** What people walk through: where the data come from, who the people are, and what they open. */
interface WebScene {
    /**
     * Makes everything ready.
     *
     * @return the number of certificates there are
     */
    long prepare() throws IOException, InterruptedException;

    /** The account of the organisation that the person with this number and role belongs to. */
    String organisation(String role, int number);

    /** Everything that somebody of this organisation with this role opens. */
    List<WebStop> stops(WebPeople.Visitor visitor) throws IOException;

    /** Pages that this walk leaves out, and why. */
    String notWalked();
}
