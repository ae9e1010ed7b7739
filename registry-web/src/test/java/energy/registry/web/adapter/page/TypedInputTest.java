package energy.registry.web.adapter.page;

import static org.assertj.core.api.Assertions.assertThat;

import energy.registry.web.adapter.page.display.Display;
import energy.registry.web.adapter.page.view.FormState;
import energy.registry.web.model.Refusal;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedInputTest {
    private static final Display ENGLISH = new Display();
    private static final Display GERMAN = Display.in("UTC", Locale.GERMAN);

    @ParameterizedTest
    @CsvSource({"1,Wh,1", "1.5,kWh,1500", "0.001,kWh,1", "2,MWh,2000000", "'1,000',kWh,1000000", "' 7 ',Wh,7"})
    void anAmountIsReadToTheWattHour(String number, String unit, long wattHours) {
        assertThat(Typed.wattHours(number, unit)).contains(wattHours);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "0.0001", "1e3", "ten", "9999999999999", "1.2.3", "1,5", "10,00", "1,2345"})
    void whatIsNoExactAmountIsNotGuessed(String number) {
        assertThat(Typed.wattHours(number, "kWh")).isEmpty();
    }

    @Test
    void aPriceHasNoFractionOfACent() {
        assertThat(Typed.minorUnits("84.50")).contains(8_450L);
        assertThat(Typed.minorUnits("84.505")).isEmpty();
        assertThat(Typed.wattHours("1", "barrel")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RS-7K3M-9QWX-2HTD-V5C1",
                "rs-7k3m-9qwx-2htd-v5ci",
                "7K3M9QWX2HTDV5C1",
                " RS 7K3M 9QWX 2HTD V5CL "
            })
    void aStatementNumberIsFoundHoweverItWasCopied(String typed) {
        assertThat(StatementNumber.normal(typed)).isEqualTo("RS-7K3M-9QWX-2HTD-V5C1");
    }

    @Test
    void aNumberOfAnotherShapeIsShownBackAsItIs() {
        assertThat(StatementNumber.normal("<b>12</b>")).isEqualTo("B12B");
        assertThat(StatementNumber.normal(null)).isEmpty();
    }

    @Test
    void aWrongFieldIsNamedWithItsValueAndTheRemedy() {
        FormReading form = new FormReading(sent("price", "abc"));
        form.need("price", Optional.empty(), 0L, "remedy.price");
        assertThat(form.state().in(ENGLISH).error("price"))
                .isEqualTo("“abc” cannot be used. Write a price such as 84.50, with at most two places.");
        assertThat(form.state().in(GERMAN).error("price")).startsWith("„abc“ kann nicht verwendet werden. ");
        assertThat(form.state().in(ENGLISH).value("price")).isEqualTo("abc");
    }

    @Test
    void aRefusalStandsBesideItsFieldOrAboveTheForm() {
        FormReading form = new FormReading(sent("quantity", "900"));
        form.refused(
                Refusal.invalid("quantityWh", "900", "This certificate holds 5 Wh."), Map.of("quantityWh", "quantity"));
        form.refused(Refusal.conflict("OFFER_STANDS", "The offer is gone."), Map.of());
        assertThat(form.state().in(ENGLISH).remark("quantity"))
                .isEqualTo("“900” cannot be used. This certificate holds 5 Wh.");
        assertThat(form.state().in(ENGLISH).remark("")).isEqualTo("The offer is gone.");
    }

    @Test
    void anAnswerOfTheRegistryIsKeptApartBecauseItIsEnglishOnEveryPage() {
        FormReading form = new FormReading(sent("quantity", "900"));
        form.refused(
                Refusal.invalid("quantityWh", "900", "This certificate holds 5 Wh."), Map.of("quantityWh", "quantity"));
        FormState german = form.state().in(GERMAN);
        assertThat(german.error("quantity")).isEqualTo("„900“ kann nicht verwendet werden. ");
        assertThat(german.detail("quantity")).isEqualTo("This certificate holds 5 Wh.");
    }

    @ParameterizedTest
    @CsvSource({
        "'1,5',yes,1500",
        "'1.234,5',yes,1234500",
        "'1,234',yes,1234",
        "'1,234','',1234000",
        "1.5,yes,1500",
        "1.234,yes,1234000",
        "1.5,'',1500"
    })
    void aPageWithADecimalCommaIsReadByIt(String number, String comma, long wattHours) {
        MultivaluedMap<String, String> sent = sent("quantity", number);
        sent.putSingle("comma", comma);
        assertThat(Typed.wattHours(new FormReading(sent).number("quantity"), "kWh"))
                .contains(wattHours);
    }

    @Test
    void aNumberComesBackAsItWasTypedOrAsThePageOfTheOtherLanguageHasIt() {
        FormState german = new FormState(Map.of("quantity", "1.234,5", "comma", "yes"), Map.of());
        FormState english = new FormState(Map.of("quantity", "1,234.5"), Map.of());
        assertThat(GERMAN.typed(german, "quantity")).isEqualTo("1.234,5");
        assertThat(GERMAN.typed(english, "quantity")).isEqualTo("1.234,5");
        assertThat(ENGLISH.typed(german, "quantity")).isEqualTo("1,234.5");
        assertThat(ENGLISH.typed(english, "quantity")).isEqualTo("1,234.5");
    }

    @Test
    void anAddressEscapesItsValues() {
        assertThat(new Address("/x")
                        .with("q", "a&b=c")
                        .with("empty", "")
                        .with("z", "ü")
                        .toString())
                .isEqualTo("/x?q=a%26b%3Dc&z=%C3%BC");
    }

    private static MultivaluedMap<String, String> sent(String field, String value) {
        MultivaluedMap<String, String> sent = new jakarta.ws.rs.core.MultivaluedHashMap<>();
        sent.putSingle(field, value);
        return sent;
    }
}
