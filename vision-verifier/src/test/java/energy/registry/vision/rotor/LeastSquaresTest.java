package energy.registry.vision.rotor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LeastSquaresTest {
    @Test
    void multipliesRowsSideBySideToTheSameBits() {
        Random random = new Random(1);
        for (int count = 0; count <= 13; count++) {
            double[][] rows = new double[count][];
            for (int row = 0; row < count; row++) {
                rows[row] = random.doubles(750).toArray();
            }
            double[] vector = random.doubles(750).toArray();
            double[] products = LeastSquares.times(rows, vector);
            for (int row = 0; row < count; row++) {
                assertThat(products[row]).isEqualTo(LeastSquares.dot(rows[row], vector));
            }
        }
    }
}
