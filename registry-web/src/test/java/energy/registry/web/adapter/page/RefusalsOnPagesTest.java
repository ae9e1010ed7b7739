package energy.registry.web.adapter.page;

import static org.assertj.core.api.Assertions.assertThat;

import energy.registry.web.adapter.page.display.Display;
import energy.registry.web.model.Refusal;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whatever the registry answers to a form stands on the page that shows the form again. */
class RefusalsOnPagesTest {
    private static final PageRendering RENDERING = new PageRendering();
    private static final Map<String, String> FIELDS = Map.of("quantityWh", "quantity");

    private static SamplePages.Sample refused(Refusal refusal) {
        MultivaluedMap<String, String> sent = new MultivaluedHashMap<>();
        sent.putSingle("quantity", "900");
        sent.putSingle("unit", "kWh");
        FormReading form = new FormReading(sent);
        form.refused(refusal, FIELDS);
        assertThat(form.valid()).isFalse();
        return BuyerSamplePages.buy("buy-refused", form.state());
    }

    private static String german(SamplePages.Sample sample) {
        return RENDERING.render(
                sample.with("lang", "de").with("translated", true).with("fmt", Display.in("UTC", Locale.GERMAN)));
    }

    @Test
    void oneThatIsAboutNoFieldStandsAboveTheForm() {
        SamplePages.Sample page =
                refused(Refusal.conflict("OFFER_STANDS", "The offer of WTG-0001:1 is gone. Choose another one."));
        assertThat(RENDERING.render(page))
                .contains("<h2>That did not go through. Nothing has changed.</h2>")
                .contains("<p>The offer of WTG-0001:1 is gone. Choose another one.</p>");
        assertThat(german(page))
                .contains("<p>Das Angebot zu WTG-0001:1 besteht nicht mehr. Wählen Sie ein anderes.</p>");
    }

    @Test
    void oneThatIsAboutAFieldStandsBesideIt() {
        SamplePages.Sample page =
                refused(Refusal.invalid("quantityWh", "900000", "Buy from 1 to 500 Wh of this offer."));
        assertThat(RENDERING.render(page))
                .contains("id=\"quantity-error\">“900” cannot be used. Buy from 1 to 500 Wh of this offer.</p>");
        assertThat(german(page))
                .contains("id=\"quantity-error\">„900“ kann nicht verwendet werden. Kaufen Sie von 1 bis 500 Wh");
    }

    @Test
    void oneWithoutWordsInGermanIsMarkedAsEnglish() {
        SamplePages.Sample page = refused(Refusal.conflict("NEVER_HEARD_OF", "The ledger has its own reasons."));
        assertThat(RENDERING.render(page)).contains("<p>The ledger has its own reasons.</p>");
        assertThat(german(page)).contains("<p lang=\"en\">The ledger has its own reasons.</p>");
    }
}
