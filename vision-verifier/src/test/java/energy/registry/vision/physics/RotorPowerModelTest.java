package energy.registry.vision.physics;

import static org.assertj.core.api.Assertions.assertThat;

import energy.registry.domain.device.CurvePoint;
import energy.registry.domain.device.Rotor;
import energy.registry.vision.fixture.Recordings;
import energy.registry.vision.physics.SpeedPowerCorrelation.Answer;
import energy.registry.vision.physics.SpeedPowerCorrelation.ClipPower;
import energy.registry.vision.physics.SpeedPowerCorrelation.MinutePower;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RotorPowerModelTest {
    private static final long CAPACITY = 2_050_000;
    private static final double TRACKING_END_RPM = 14.2;

    /** Ten minutes of a real turbine. */
    private record Row(long second, double rpm, double watts) {
        AcceptedPair pair() {
            return new AcceptedPair(second, Math.round(rpm * 1e6), Math.round(watts));
        }
    }

    /** Power as the cube of the speed, with a tolerance of a quarter: a curve that a manufacturer would sign. */
    private static Rotor curve() {
        List<CurvePoint> points = new ArrayList<>();
        for (long milli = 8_000; milli <= 14_400; milli += 400) {
            double watts = 370 * Math.pow(milli / 1e3, 3) - 65_000;
            points.add(new CurvePoint(milli, Math.round(0.75 * watts), Math.round(1.25 * watts)));
        }
        points.add(new CurvePoint(14_800, 850_000, 2_091_000));
        points.add(new CurvePoint(16_000, 850_000, 2_091_000));
        return new Rotor(3, 6_000, 16_000, true, points);
    }

    private static List<Row> kelmarsh() throws IOException {
        List<Row> rows = new ArrayList<>();
        for (Map<String, String> row : Recordings.rows("wind/kelmarsh1_2021H1_10min.csv")) {
            rows.add(new Row(
                    Instant.parse(row.get("timestamp_utc")).getEpochSecond(),
                    Double.parseDouble(row.get("rotor_rpm")),
                    Math.max(0, 1_000 * Double.parseDouble(row.get("power_kw")))));
        }
        return rows;
    }

    @Test
    void theCurveIsDrawnTowardsWhatTheMachineDelivers() {
        RotorPowerModel model = new RotorPowerModel(curve(), CAPACITY);
        ExpectedPower before = model.at(12, 0.01);
        ExpectedPower wide = model.at(15, 0.01);
        for (int i = 0; i < 400; i++) {
            model.learn(new AcceptedPair(i * 900L, 11_800_000 + i % 5 * 100_000L, 500_000 + i % 7 * 2_000L));
            model.learn(new AcceptedPair(i * 900L, 14_200_000 + i % 9 * 200_000L, 1_400_000 + i % 7 * 2_000L));
        }

        assertThat(before.expectedW()).isBetween(560_000.0, 590_000.0);
        assertThat(model.at(12, 0.01).expectedW()).isBetween(500_000.0, 540_000.0);
        assertThat(model.at(15, 0.01).standardUncertaintyW()).isLessThan(0.7 * wide.standardUncertaintyW());
    }

    @Test
    void theSamePairsGiveTheSameModel() {
        RotorPowerModel one = new RotorPowerModel(curve(), CAPACITY);
        RotorPowerModel other = new RotorPowerModel(curve(), CAPACITY);
        Random random = new Random(7);
        for (int i = 0; i < 500; i++) {
            AcceptedPair pair =
                    new AcceptedPair(i * 900L, 8_000_000 + random.nextInt(7_000_000), random.nextInt(2_000_000));
            one.learn(pair);
            other.learn(pair);
        }
        for (double rpm = 0; rpm < 17; rpm += 0.37) {
            assertThat(one.at(rpm, 0.02)).isEqualTo(other.at(rpm, 0.02));
        }
    }

    @Test
    void aRotorThatIdlesIsExpectedToDeliverNextToNothing() {
        assertThat(new RotorPowerModel(curve(), CAPACITY).at(1, 0.01).highW()).isLessThan(0.06 * CAPACITY);
    }

    @Test
    void honestMeteringOfARealTurbineIsNotContradictedAndOverclaimingIs() throws IOException {
        List<Row> rows = kelmarsh();
        RotorPowerModel model = new RotorPowerModel(curve(), CAPACITY);
        rows.subList(0, rows.size() / 2).forEach(row -> model.learn(row.pair()));
        List<Row> later = rows.subList(rows.size() / 2, rows.size());
        Random clips = new Random(2021);
        double honest = contradicted(model, later, 1, clips);
        double half = contradicted(model, partLoad(later), 1.5, clips);
        double twice = contradicted(model, partLoad(later), 2, clips);
        System.out.printf(
                "Kelmarsh, %d intervals after learning %d: contradicted honest %.3f %%, x1.5 %.1f %%, x2 %.1f %%"
                        + " of part load%n",
                later.size(), rows.size() / 2, 100 * honest, 100 * half, 100 * twice);

        assertThat(honest).isLessThan(0.001);
        assertThat(half).isGreaterThan(0.1);
        assertThat(twice).isGreaterThan(0.7);
    }

    private static List<Row> partLoad(List<Row> rows) {
        return rows.stream()
                .filter(row -> row.rpm() > 10 && row.rpm() < TRACKING_END_RPM)
                .toList();
    }

    /** Each interval is looked at by two clips, each of a moment of its own. */
    private static double contradicted(RotorPowerModel model, List<Row> rows, double factor, Random random) {
        int found = 0;
        for (Row row : rows) {
            List<ClipEvidence> clips = new ArrayList<>();
            for (String name : List.of("a", "b")) {
                double rpm = row.rpm() * (1 + 0.043 * random.nextGaussian());
                clips.add(new ClipEvidence(name, false, Optional.of(model.at(rpm, 0.005 * rpm))));
            }
            Judgement judgement = OverclaimTest.judge(CAPACITY, factor * row.watts(), false, clips);
            found += judgement.consistency() == Consistency.INCONSISTENT ? 1 : 0;
        }
        return found / (double) rows.size();
    }

    @Test
    void footageOfTheSameHoursFollowsTheMeterAndThatOfAnotherDayDoesNot() throws IOException {
        List<Row> rows = kelmarsh();
        RotorPowerModel model = new RotorPowerModel(curve(), CAPACITY);
        rows.subList(0, 2_000).forEach(row -> model.learn(row.pair()));
        int hours = 36;
        int wrong = 0;
        int follows = 0;
        int replays = 0;
        int found = 0;
        int missed = 0;
        for (int from = 2_000; from + 2 * hours * 20 < rows.size(); from += hours) {
            List<Row> own = rows.subList(from, from + hours);
            List<Row> other = rows.subList(from + hours * 10, from + hours * 11);
            Answer genuine = SpeedPowerCorrelation.of(seen(model, own, own), metered(own))
                    .answer();
            wrong += genuine == Answer.DOES_NOT_FOLLOW ? 1 : 0;
            follows += genuine == Answer.FOLLOWS ? 1 : 0;
            Answer replay = SpeedPowerCorrelation.of(seen(model, other, own), metered(own))
                    .answer();
            replays++;
            found += replay == Answer.DOES_NOT_FOLLOW ? 1 : 0;
            missed += replay == Answer.FOLLOWS ? 1 : 0;
        }
        System.out.printf(
                "Kelmarsh, %d windows of %d clips: genuine followed %d, refused %d; of another day refused %d,"
                        + " taken for genuine %d%n",
                replays, hours, follows, wrong, found, missed);

        assertThat(wrong).isZero();
        assertThat(follows).isGreaterThan(replays * 3 / 5);
        assertThat(found).isGreaterThan(replays / 4);
        assertThat(missed).isLessThan(replays / 20);
    }

    private static List<ClipPower> seen(RotorPowerModel model, List<Row> shown, List<Row> at) {
        List<ClipPower> clips = new ArrayList<>();
        for (int i = 0; i < at.size(); i++) {
            clips.add(
                    new ClipPower(at.get(i).second() + 30, model.at(shown.get(i).rpm(), 0.01)));
        }
        return clips;
    }

    private static List<MinutePower> metered(List<Row> rows) {
        return rows.stream()
                .map(row -> new MinutePower(row.second(), row.watts()))
                .collect(Collectors.toList());
    }
}
