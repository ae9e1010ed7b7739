package energy.registry.vision.solar;

import static org.assertj.core.api.Assertions.assertThat;

import energy.registry.vision.fixture.Scenes;
import energy.registry.vision.footage.ColourFrame;
import energy.registry.vision.synthetic.SolarScene;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rendered arrays whose clouds, snow, dirt and shade are known. */
class SolarMeterTest {
    private static final double HIGH = 40;

    private static SolarScene day() {
        return SolarScene.day().fps(1).seconds(5);
    }

    private static SolarView measure(SolarScene scene, double elevation) {
        Site site = new Site(scene.reference(), scene.panels(), List.of());
        return SolarMeter.measure(Scenes.clip(scene), Optional.of(site), elevation);
    }

    private static SolarView measure(SolarScene scene) {
        return measure(scene, HIGH);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.05, 0.2, 0.4, 0.6, 0.95, 1})
    void theCloudFractionIsRightWithinItsUncertainty(double fraction) {
        for (long seed = 1; seed <= 2; seed++) {
            SolarScene scene = day().clouds(fraction).seed(seed);
            SolarView view = measure(scene);
            assertThat(view.sky().state()).isNotEqualTo(SkyState.UNCLEAR);
            assertThat(Math.abs(view.sky().cloudFraction() - scene.trueCloudFraction()))
                    .as("seed %d", seed)
                    .isLessThan(2 * view.sky().standardUncertainty());
            assertThat(view.panels().state()).isEqualTo(PanelState.CLEAN);
            assertThat(view.isTelling()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.6, 1})
    void snowIsSeenOnThePanelsAndItsPartIsRight(double part) {
        SolarView view = measure(day().clouds(0.95).snow(part).seed(2));

        assertThat(view.panels().state()).isEqualTo(PanelState.SNOW);
        assertThat(view.panels().snowPart()).isBetween(part - 0.2, part + 0.2);
        assertThat(view.reasons()).contains(SolarReason.PANELS_SNOW);
    }

    @Test
    void snowOnTheGroundAloneLeavesThePanelsClean() {
        SolarView view = measure(day().snow(0.001).seed(3));

        assertThat(view.panels().state()).isEqualTo(PanelState.CLEAN);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.4, 0.9})
    void dirtIsToldFromSnowAndShade(double part) {
        SolarView view = measure(day().soiled(part).seed(4));

        assertThat(view.panels().state()).isEqualTo(PanelState.SOILED);
        assertThat(view.panels().soiledPart()).isBetween(part - 0.12, part + 0.12);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.5})
    void aShadowIsSeenAsWideAsItIs(double part) {
        SolarView view = measure(day().shaded(part).seed(5));

        assertThat(view.panels().state()).isEqualTo(PanelState.SHADED);
        assertThat(view.panels().shadedPart()).isBetween(part - 0.12, part + 0.12);
    }

    @Test
    void aCameraThatWasTurnedSinceItsCommissioningTellsNothing() {
        SolarView view = measure(day().movedAt(0, 12));

        assertThat(view.moved()).isTrue();
        assertThat(view.isTelling()).isFalse();
        assertThat(view.panels().state()).isEqualTo(PanelState.UNCLEAR);
    }

    @Test
    void anotherPlaceThanTheCommissionedOneTellsNothing() {
        ColourFrame elsewhere = Scenes.clip(
                        day().size(320, 240).snow(1).light(0.9).movedAt(0, 150))
                .keyFrames()
                .get(0);
        Site site = new Site(elsewhere, day().panels(), List.of());

        SolarView view = SolarMeter.measure(Scenes.clip(day()), Optional.of(site), HIGH);

        assertThat(view.reasons()).contains(SolarReason.VIEW_NOT_CONFIRMED);
        assertThat(view.isTelling()).isFalse();
    }

    @Test
    void withoutACommissioningTheSkyIsSeenAndThePanelsAreNot() {
        SolarView view = SolarMeter.measure(Scenes.clip(day().clouds(1)), Optional.empty(), HIGH);

        assertThat(view.sky().state()).isEqualTo(SkyState.OVERCAST);
        assertThat(view.reasons()).contains(SolarReason.CAMERA_NOT_COMMISSIONED, SolarReason.PANELS_UNCLEAR);
        assertThat(view.isTelling()).isFalse();
    }

    @Test
    void atNightNothingIsTold() {
        SolarView view = measure(day().light(0.04), -20);

        assertThat(view.reasons()).contains(SolarReason.SUN_BELOW_HORIZON, SolarReason.SKY_UNCLEAR);
        assertThat(view.isTelling()).isFalse();
        assertThat(view.lightWithoutSun()).isFalse();
    }

    @Test
    void aBrightSkyInTheNightIsFootageOfAnotherTime() {
        assertThat(measure(day(), -20).lightWithoutSun()).isTrue();
    }

    @Test
    void aLowSunTellsNoClouds() {
        assertThat(measure(day(), 3).sky().state()).isEqualTo(SkyState.UNCLEAR);
    }
}
